/** Results to text and JSON: all rounding, units, wording and sanitising. */
@NullMarked
package org.aestat.render;

import org.jspecify.annotations.NullMarked;
