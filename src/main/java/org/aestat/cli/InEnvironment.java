package org.aestat.cli;

/** A command that reads files or standard input and writes to the streams of its run. */
interface InEnvironment {

    /** Takes the environment, before the command is called. */
    void environment(Environment given);
}
