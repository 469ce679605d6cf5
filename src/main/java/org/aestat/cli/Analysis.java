package org.aestat.cli;

/** The analyses that a command can do. */
enum Analysis {
    /** How often each adverse event happens, and benchmarks. */
    RATES,
    /** How long soreness lasts. */
    SORENESS,
    /** How many sessions until relief. */
    RELIEF
}
