package org.aestat.result;

/**
 * How large a stratum is.
 *
 * @param stratum the sessions
 * @param sessions how many there are
 * @param patients how many patients have one of them
 */
public record StratumSize(Stratum stratum, long sessions, long patients) {}
