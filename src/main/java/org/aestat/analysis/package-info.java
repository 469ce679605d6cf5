/** Accumulators over patient histories and their settings. */
@NullMarked
package org.aestat.analysis;

import org.jspecify.annotations.NullMarked;
