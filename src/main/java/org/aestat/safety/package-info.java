/** Benchmarks and verdicts on results. */
@NullMarked
package org.aestat.safety;

import org.jspecify.annotations.NullMarked;
