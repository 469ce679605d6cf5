/** Text to sessions: decoding, dialect, header, mapping and cell parsers; rejects what it cannot read. */
@NullMarked
package org.aestat.csv;

import org.jspecify.annotations.NullMarked;
