/** The command-line program and its entry point. */
@NullMarked
package org.aestat;

import org.jspecify.annotations.NullMarked;
