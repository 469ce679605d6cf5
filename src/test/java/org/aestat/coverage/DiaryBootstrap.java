package org.aestat.coverage;

import java.util.ArrayList;
import java.util.List;
import org.aestat.analysis.CurveSettings;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.Limits;
import org.aestat.stat.Npmle;
import org.aestat.stat.NpmleBootstrap;

/** The limits that soreness results have: none where the curve is 0 or 1, and the program's own replicates. */
final class DiaryBootstrap implements IntervalCoverage.Bootstrap {

    private static final Limits NONE = new Limits(Double.NaN, Double.NaN);
    private static final double ROUNDING = 1e-9;

    @Override
    public List<Limits> limits(List<List<IntervalCoverage.Interval>> patients, int[] times, double level, long seed) {
        IntervalTimes sessions = new IntervalTimes();
        List<NpmleBootstrap.Cluster> clusters = new ArrayList<>();
        for (List<IntervalCoverage.Interval> patient : patients) {
            patient.forEach(interval -> sessions.observe(interval.after(), interval.by(), 1));
            clusters.add(new NpmleBootstrap.Cluster(
                    patient.stream().map(IntervalCoverage.Interval::after).toList(),
                    patient.stream().map(IntervalCoverage.Interval::by).toList(),
                    1));
        }
        Npmle curve = new Npmle(sessions);
        NpmleBootstrap bootstrap = new NpmleBootstrap(clusters, level, seed, CurveSettings.DEFAULT.replicates());
        List<Limits> limits = new ArrayList<>();
        for (int time : times) {
            double survival = curve.survival(time);
            Limits resolved = bootstrap.shareLimits(time);
            limits.add(
                    survival > ROUNDING && survival < 1 - ROUNDING
                            ? new Limits(1 - resolved.upper(), 1 - resolved.lower())
                            : NONE);
        }
        return limits;
    }
}
