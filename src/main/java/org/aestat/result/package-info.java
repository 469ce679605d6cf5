/** Results as immutable values with their method, warnings and reasons. */
@NullMarked
package org.aestat.result;

import org.jspecify.annotations.NullMarked;
