package org.aestat.result;

/**
 * A test whether curves differ between strata.
 *
 * @param test its name
 * @param estimate its figures
 */
public record CurveTest(String test, Estimate<Figures> estimate) {

    /**
     * The figures of a chi-square test.
     *
     * @param chiSquare the statistic
     * @param degreesOfFreedom one less than the number of strata
     * @param pValue the probability of a statistic at least as large without a difference
     */
    public record Figures(double chiSquare, int degreesOfFreedom, double pValue) {}
}
