package org.aestat.coverage;

/** How the chance of an event differs between patients; the same for all sessions of one patient. */
interface Propensity {

    /** The chances that a patient with so many sessions has the event in 0, 1, ... all of them. */
    double[] events(int sessions);

    /** Patients' log-odds are normal; the intercept is such that the marginal rate is exact. */
    static Propensity logOdds(double rate, double deviation) {
        Mixture mixture = Mixture.normal(deviation);
        double intercept = Mixture.root(-60, 60, a -> mixture.mean(z -> logistic(a + z)) - rate);
        return sessions -> {
            double[] chances = new double[sessions + 1];
            for (int j = 0; j <= sessions; j++) {
                int events = j;
                chances[j] = choose(sessions, j)
                        * mixture.mean(z -> Math.pow(logistic(intercept + z), events)
                                * Math.pow(logistic(-intercept - z), sessions - events));
            }
            return chances;
        };
    }

    /** Patients' rates are beta-distributed, so that two sessions of a patient have this correlation. */
    static Propensity correlation(double rate, double correlation) {
        double scale = (1 - correlation) / correlation;
        double a = rate * scale;
        double b = (1 - rate) * scale;
        return sessions -> {
            double[] chances = new double[sessions + 1];
            for (int j = 0; j <= sessions; j++) {
                chances[j] = choose(sessions, j) * rising(a, j) * rising(b, sessions - j) / rising(a + b, sessions);
            }
            return chances;
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways *= (double) (n - k + i) / i;
        }
        return ways;
    }

    private static double rising(double from, int factors) {
        double product = 1;
        for (int i = 0; i < factors; i++) {
            product *= from + i;
        }
        return product;
    }
}
