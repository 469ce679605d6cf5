package org.aestat.analysis;

import java.io.Serializable;
import org.aestat.stat.ConfidenceType;

/**
 * The choices that change curves of soreness and relief.
 *
 * @param confidenceType the scale on which limits of resolution curves are symmetric
 * @param seed of the bootstrap
 * @param replicates of the bootstrap, positive
 * @param sustained whether relief counts only if it holds at every later assessed session
 */
public record CurveSettings(ConfidenceType confidenceType, long seed, int replicates, boolean sustained)
        implements Serializable {

    /** What holds where the user says nothing. */
    public static final CurveSettings DEFAULT = new CurveSettings(ConfidenceType.LOG_LOG, 20240229, 500, false);
}
