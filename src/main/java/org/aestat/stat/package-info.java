/** Numbers only: intervals for proportions and rates, survival curves and tests. Knows no session. */
@NullMarked
package org.aestat.stat;

import org.jspecify.annotations.NullMarked;
