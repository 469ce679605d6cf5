/** Commands, options and exit codes: options to request, analysis to renderer. */
@NullMarked
package org.aestat.cli;

import org.jspecify.annotations.NullMarked;
