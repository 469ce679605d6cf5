package org.aestat.coverage;

import java.util.Locale;
import org.aestat.stat.Limits;

/** How often the limits of a curve hold at one time and one level. */
final class CurveShares {

    private final Share lower = new Share();
    private final Share upper = new Share();
    private final Share both = new Share();
    private final Share width = new Share();
    private int absent;

    /** Adds a replicate; limits that are NaN are counted as absent and in nothing else. */
    void add(Limits limits, double truth) {
        if (Double.isNaN(limits.lower()) || Double.isNaN(limits.upper())) {
            absent++;
            return;
        }
        lower.add(limits.lower() <= truth ? 1 : 0);
        upper.add(limits.upper() >= truth ? 1 : 0);
        both.add(limits.lower() <= truth && limits.upper() >= truth ? 1 : 0);
        width.add(limits.upper() - limits.lower());
    }

    double both() {
        return both.mean();
    }

    static final String COLUMNS = "lower,upper,both,error,width,absent";

    String columns() {
        return String.format(
                Locale.ROOT,
                "%.4f,%.4f,%.4f,%.4f,%.4f,%.4f",
                lower.mean(),
                upper.mean(),
                both.mean(),
                both.error(),
                width.mean(),
                (double) absent / (absent + both.count()));
    }
}
