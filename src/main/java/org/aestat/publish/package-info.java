/** What of a result may be published: small counts withheld, with what they could be worked out from. */
@NullMarked
package org.aestat.publish;

import org.jspecify.annotations.NullMarked;
