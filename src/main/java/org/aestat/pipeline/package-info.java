/** Files to patient histories: reading, grouping by patient, data accounting. */
@NullMarked
package org.aestat.pipeline;

import org.jspecify.annotations.NullMarked;
