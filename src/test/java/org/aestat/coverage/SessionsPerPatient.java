package org.aestat.coverage;

/** How many sessions patients have. */
enum SessionsPerPatient {
    /** 1 to 8, each as likely. */
    ONE_TO_EIGHT("1-8") {
        @Override
        int draw(Draws draws) {
            return 1 + draws.below(8);
        }
    },
    /** Always 8. */
    EIGHT("8") {
        @Override
        int draw(Draws draws) {
            return 8;
        }
    },
    /** Geometric with mean 4: one patient in 237 has 20 or more. */
    SKEWED("skewed") {
        @Override
        int draw(Draws draws) {
            return geometric(draws, 4);
        }
    },
    /** Nine tenths geometric with mean 3, one tenth with mean 16: one patient in 34 has 20 or more. */
    LONG_TAIL("long-tail") {
        @Override
        int draw(Draws draws) {
            return geometric(draws, draws.uniform() < 0.1 ? 16 : 3);
        }
    };

    /** More are cut off, which happens to one patient in 500 of the long tail and hardly ever elsewhere. */
    static final int MOST = 60;

    private final String label;

    SessionsPerPatient(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract int draw(Draws draws);

    private static int geometric(Draws draws, double mean) {
        return 1 + (int) Math.min(MOST - 1L, draws.failures(StrictMath.log(1 - 1 / mean)));
    }
}
