package org.aestat.stat;

import java.util.Arrays;
import java.util.BitSet;

/** The infinitesimal jackknife of a Kaplan-Meier curve over clusters. */
final class CurveInfluence {

    private final ClusteredTimes data;
    private final EventTable table;

    CurveInfluence(ClusteredTimes data, EventTable table) {
        this.data = data;
        this.table = table;
    }

    /**
     * The variance of log S at each time, up to the time at which S is 0.
     *
     * <p>A cluster's influence is a + r H(t): a from its observations that have ended, r of them still at risk, and H
     * the sum of d/(n(n - d)). Clusters without an ended observation have r H, those without one at risk the constant
     * a; only the others are summed anew at each time. All terms are squares, so nothing cancels.
     */
    double[] varianceOfLog() {
        int[] order = table.byTime();
        int[] clusterOf = clusterOf(order.length);
        double[] ended = new double[data.clusters()];
        int[] remaining = new int[data.clusters()];
        long untouched = 0;
        for (int c = 0; c < remaining.length; c++) {
            remaining[c] = data.end(c) - data.start(c);
            untouched += data.copies(c) * remaining[c] * remaining[c];
        }
        BitSet partly = new BitSet();
        double constant = 0;
        double hazard = 0;
        double[] variance = new double[table.times.length];
        int next = 0;
        for (int t = 0; t < variance.length; t++) {
            double survivors = table.atRisk[t] - table.events[t];
            if (survivors == 0) {
                break;
            }
            hazard += table.events[t] / (table.atRisk[t] * survivors);
            for (; next < order.length && table.place(order[next]) == t; next++) {
                int c = clusterOf[order[next]];
                if (remaining[c] == data.end(c) - data.start(c)) {
                    untouched -= data.copies(c) * remaining[c] * remaining[c];
                    partly.set(c);
                }
                ended[c] += hazard - (data.isEvent(order[next]) ? 1 / survivors : 0);
                remaining[c]--;
                if (remaining[c] == 0) {
                    partly.clear(c);
                    constant += data.copies(c) * ended[c] * ended[c];
                }
            }
            double sum = constant + untouched * hazard * hazard;
            for (int c = partly.nextSetBit(0); c >= 0; c = partly.nextSetBit(c + 1)) {
                double influence = ended[c] + remaining[c] * hazard;
                sum += data.copies(c) * influence * influence;
            }
            variance[t] = sum;
        }
        return variance;
    }

    private int[] clusterOf(int observations) {
        int[] clusterOf = new int[observations];
        for (int c = 0; c < data.clusters(); c++) {
            Arrays.fill(clusterOf, data.start(c), data.end(c), c);
        }
        return clusterOf;
    }

    /**
     * The variance of the area under the curve.
     *
     * @param areaAfter the area from each time to the horizon, 0 beyond it
     */
    double varianceOfArea(double[] areaAfter) {
        double[] drift = new double[table.times.length];
        double[] jump = new double[table.times.length];
        double sum = 0;
        for (int t = 0; t < drift.length; t++) {
            double survivors = table.atRisk[t] - table.events[t];
            if (survivors > 0) {
                jump[t] = areaAfter[t] / survivors;
                sum += jump[t] * table.events[t] / table.atRisk[t];
            }
            drift[t] = sum;
        }
        double variance = 0;
        for (int cluster = 0; cluster < data.clusters(); cluster++) {
            double influence = 0;
            for (int i = data.start(cluster); i < data.end(cluster); i++) {
                int t = table.place(i);
                influence += drift[t] - (data.isEvent(i) ? jump[t] : 0);
            }
            variance += data.copies(cluster) * influence * influence;
        }
        return variance;
    }
}
