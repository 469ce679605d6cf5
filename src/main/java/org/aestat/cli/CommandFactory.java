package org.aestat.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes command objects, and gives those that ask for it the environment of the run.
 *
 * @param environment the environment
 */
record CommandFactory(Environment environment) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        K made = CommandLine.defaultFactory().create(type);
        if (made instanceof InEnvironment command) {
            command.environment(environment);
        }
        return made;
    }
}
