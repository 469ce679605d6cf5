package org.aestat.csv;

import java.nio.charset.StandardCharsets;

/** Texts as mapping files: a mapping or a refusal. */
public final class MappingFuzzer {

    static {
        // assertions of the TOML library are about its own line numbers and are off where aestat runs
        MappingFuzzer.class.getClassLoader().setPackageAssertionStatus("org.tomlj", false);
    }

    private MappingFuzzer() {}

    /** Reads a text as a mapping, and an export with it. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            Reading.of(
                    "patient_id,session_number,condition,bruising\np,1,neck,yes\n",
                    Reading.with(Mapping.parse("m.toml", text)));
        } catch (MappingException | InputException e) {
            requireSentence(e);
        } catch (IllegalArgumentException e) {
            if (!String.valueOf(e.getMessage()).startsWith("A delimiter")) {
                throw e;
            }
        }
    }

    private static void requireSentence(RuntimeException e) {
        if (String.valueOf(e.getMessage()).isBlank()) {
            throw new AssertionError(e);
        }
    }
}
