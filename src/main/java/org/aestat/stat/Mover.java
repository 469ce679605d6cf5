package org.aestat.stat;

/**
 * Limits of a difference of two independent figures from the limits of each: the square-and-add rule, or MOVER.
 *
 * <pre>
 * lower = d - sqrt((p1 - l1)^2 + (u0 - p0)^2)
 * upper = d + sqrt((u1 - p1)^2 + (p0 - l0)^2),   d = p1 - p0
 * </pre>
 *
 * <p>With the limits of Wilson it is method 10 of Newcombe 1998. The limits keep the level of those they are made of
 * about as well as these do, whatever their method. Edges: where a figure lies on its limit, that part adds nothing, so
 * the limits of no event in either are those of the rates themselves.
 *
 * <p>Sources: Newcombe 1998, Stat Med 17:873-890; Zou and Donner 2008, Stat Med 27:1693-1702.
 */
public final class Mover {

    private Mover() {}

    /**
     * The limits of {@code p1 - p0}.
     *
     * @param p1 the figure from which the other is taken
     * @param of1 its limits, which enclose it
     * @param p0 the other
     * @param of0 its limits, which enclose it
     */
    public static Limits difference(double p1, Limits of1, double p0, Limits of0) {
        double difference = p1 - p0;
        return new Limits(
                difference - StrictMath.hypot(p1 - of1.lower(), of0.upper() - p0),
                difference + StrictMath.hypot(of1.upper() - p1, p0 - of0.lower()));
    }
}
