/** The vocabulary of the field: session, adverse event, answer, patient history, course, soreness. */
@NullMarked
package org.aestat.session;

import org.jspecify.annotations.NullMarked;
