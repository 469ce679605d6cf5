package org.aestat.coverage;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Random numbers of one block of replicates. A block's stream depends on the seed, the cell's name and the block's
 * number alone, so cells and blocks can be run in any order, or apart; SplitMix64 and strict logarithms are the same on
 * every Java.
 */
final class Draws {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final SplittableRandom random;

    Draws(long seed, String cell, int block) {
        long state = mix(seed);
        for (int i = 0; i < cell.length(); i++) {
            state = mix(state ^ cell.charAt(i));
        }
        random = new SplittableRandom(mix(state ^ block));
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    long seed() {
        return random.nextLong();
    }

    /** Between 0 and 1, never either. */
    double uniform() {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    /** 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    double exponential() {
        return -StrictMath.log(uniform());
    }

    double normal() {
        return NORMAL.inverseCumulativeProbability(uniform());
    }

    /** How many trials fail before the first success, where the logarithm of the chance of failure is given. */
    long failures(double logFailure) {
        return (long) Math.min(1e15, StrictMath.log(uniform()) / logFailure);
    }
}
