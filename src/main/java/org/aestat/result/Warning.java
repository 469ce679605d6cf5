package org.aestat.result;

/**
 * Something that the reader of a result has to know.
 *
 * @param code a stable word for programs
 * @param message a sentence for people
 */
public record Warning(String code, String message) {}
