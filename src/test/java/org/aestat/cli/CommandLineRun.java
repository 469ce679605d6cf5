package org.aestat.cli;

import java.util.List;

/**
 * What a run of the command line left behind.
 *
 * @param exit its exit code
 * @param out its standard output
 * @param err its standard error
 */
record CommandLineRun(int exit, String out, String err) {

    /** The lines of standard error. */
    List<String> errLines() {
        return err.lines().toList();
    }

    /** The result in JSON on standard output. */
    JsonResult result() {
        return JsonResult.of(out);
    }
}
