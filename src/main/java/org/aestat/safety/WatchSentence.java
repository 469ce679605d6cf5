package org.aestat.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.aestat.result.SequentialResult.Look;
import org.jspecify.annotations.Nullable;

/**
 * What a repeated test came to, in words.
 *
 * @param watch the test
 * @param path its looks
 * @param signal when it signalled, or null
 */
record WatchSentence(Watch watch, List<Look> path, @Nullable LocalDate signal) {

    private static final int DIGITS = 4;

    String text(boolean repeated) {
        if (path.isEmpty()) {
            return "nothing to look at: no assessed session has a date that counts";
        }
        Look last = path.get(path.size() - 1);
        String independence = repeated ? "; several sessions of one patient are taken as independent" : "";
        LocalDate when = signal;
        if (when == null) {
            return (isOver(last) ? "no signal up to the end at " + watch.sessions() + " sessions" : "no signal") + ": "
                    + counts(last) + " up to " + last.date() + ", " + statistic() + " " + highest()
                    + " at most, signal at "
                    + rounded(watch.design().boundary()) + independence;
        }
        Look look = path.stream()
                .filter(seen -> seen.date().equals(when))
                .findFirst()
                .orElseThrow();
        return "signal on " + when + ": " + counts(look) + ", " + statistic() + " " + rounded(look.statistic())
                + ", signal at " + rounded(watch.design().boundary()) + independence;
    }

    private boolean isOver(Look last) {
        Long end = watch.sessions();
        return end != null && last.sessions() >= end;
    }

    private String statistic() {
        return watch.method().equals(Watch.CUSUM) ? "CUSUM" : "log-likelihood ratio";
    }

    private String highest() {
        return rounded(path.stream().mapToDouble(Look::statistic).max().orElse(0));
    }

    private String counts(Look look) {
        return look.events() + (look.events() == 1 ? " event in " : " events in ") + look.sessions()
                + (look.sessions() == 1 ? " session" : " sessions") + ", "
                + rounded(watch.threshold().limit() * look.sessions()) + " expected";
    }

    private static String rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
