package org.aestat.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aestat.render.StoredJsonException;
import org.aestat.render.StoredResult;
import org.aestat.render.SurveillanceJson;

/** Texts as policies and as stored results: read or refused. */
public final class PolicyFuzzer {

    static {
        // assertions of the TOML library are about its own line numbers and are off where aestat runs
        PolicyFuzzer.class.getClassLoader().setPackageAssertionStatus("org.tomlj", false);
    }

    private PolicyFuzzer() {}

    /** Reads a text as each of them. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            new PolicyParser("policy.toml", text, List.of("cough")).parse();
        } catch (UsageException e) {
            requireSentence(e);
        }
        try {
            StoredResult.read(text);
        } catch (StoredJsonException e) {
            requireSentence(e);
        }
        try {
            SurveillanceJson.read(text);
        } catch (StoredJsonException e) {
            requireSentence(e);
        }
    }

    private static void requireSentence(RuntimeException e) {
        if (String.valueOf(e.getMessage()).isBlank()) {
            throw new AssertionError(e);
        }
    }
}
