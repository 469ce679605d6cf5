package org.aestat.analysis;

import java.io.Serializable;

/**
 * The choices that change curves of soreness and relief.
 *
 * @param sustained whether relief counts only if it holds at every later assessed session
 */
public record CurveSettings(boolean sustained) implements Serializable {

    /** What holds where the user says nothing. */
    public static final CurveSettings DEFAULT = new CurveSettings(false);
}
