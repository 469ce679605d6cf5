package org.aestat.safety;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits that are watched as data grow.
 *
 * @param watches a test a threshold, in the order of the policy; at least one
 * @param plan the method with everything that was chosen for it
 * @param from the first date that counts, null where the command line or the first run says
 * @param state the file that keeps what earlier runs have counted, or null
 * @param line the line of the policy at which it begins
 */
public record Surveillance(
        List<Watch> watches,
        String plan,
        @Nullable LocalDate from,
        @Nullable String state,
        int line) {

    /** Copies the list. */
    public Surveillance {
        watches = List.copyOf(watches);
    }

    /** What makes it this surveillance and no other; where the state is kept does not. */
    List<String> said() {
        List<String> parts = new ArrayList<>();
        parts.add("sequential");
        parts.add(plan);
        parts.add(from == null ? "" : from.toString());
        for (Watch watch : watches) {
            Threshold threshold = watch.threshold();
            parts.add(threshold.name());
            parts.add(threshold.metric().text());
            parts.add(Double.toString(threshold.limit()));
            threshold.where().forEach(filter -> {
                parts.add("where " + filter.column());
                parts.addAll(filter.values());
            });
        }
        return parts;
    }

    /**
     * The SHA-256, in hexadecimal, of what is watched and how.
     *
     * @param filters the filters of the command line, which choose the sessions of all runs
     */
    public String sha256(List<String> filters) {
        List<String> parts = said();
        parts.add("filters");
        filters.stream().sorted().forEach(parts::add);
        return digest(parts);
    }

    /** The SHA-256 of texts in their order. */
    static String digest(List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(
                part -> text.append(part.length()).append(':').append(part).append(';'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
