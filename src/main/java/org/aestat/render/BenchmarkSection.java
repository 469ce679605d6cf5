package org.aestat.render;

import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.BenchmarkVerdict.Comparator;
import org.aestat.result.BenchmarkVerdict.Verdict;
import org.aestat.result.EventRate.Counts;

/** What the data show about published limits, in sentences. */
final class BenchmarkSection {

    private final Page page;

    BenchmarkSection(Page page) {
        this.page = page;
    }

    void write(List<BenchmarkVerdict> verdicts) {
        page.heading("Do the limits hold?");
        for (BenchmarkVerdict verdict : verdicts) {
            page.paragraph(sentences(verdict));
            page.continued("Source of the limit: " + closed(verdict.source()));
            if (!verdict.comparators().isEmpty()) {
                page.continued("Published: "
                        + verdict.comparators().stream()
                                .map(BenchmarkSection::comparator)
                                .collect(Collectors.joining("; "))
                        + ".");
            }
        }
        String level = verdicts.isEmpty() ? "" : Percent.exact(verdicts.get(0).level());
        page.paragraph("Each verdict is one look at the data, with one-sided " + level + " bounds. Whoever repeats "
                + "it while the data grow will be wrong more often than that; it then needs a sequential method.");
    }

    private static String sentences(BenchmarkVerdict verdict) {
        Counts counts = verdict.counts();
        String subject = Names.capitalised(Names.eventInSentence(verdict.event()));
        if (!verdict.stratum().isOverall()) {
            subject += " (" + Names.stratum(verdict.stratum(), "") + ")";
        }
        Double rate = verdict.rate();
        Double lower = verdict.lower();
        Double upper = verdict.upper();
        if (rate == null || lower == null || upper == null) {
            return subject + ": " + nothingKnown(verdict);
        }
        return subject + ": " + seen(counts, rate) + " " + shown(verdict, lower, upper);
    }

    private static String nothingKnown(BenchmarkVerdict verdict) {
        long unanswered = verdict.counts().notRecorded();
        String sessions = unanswered == 0 ? "any session" : "any of " + Quantity.of(unanswered, "session");
        return "not recorded at " + sessions + ". Nothing can be said about the limit of "
                + Percent.exact(verdict.limit()) + " (" + verdict.reason() + ").";
    }

    private static String seen(Counts counts, double rate) {
        String patients = Quantity.of(counts.patientsAssessed(), "patient");
        String sessions = Quantity.of(counts.denominator(), "session");
        if (counts.events() == 0) {
            return "none in " + sessions + " of " + patients + ".";
        }
        return Quantity.count(counts.events()) + " in " + sessions + " (" + Percent.of(rate) + "), in "
                + Quantity.count(counts.patients()) + " of " + patients + ".";
    }

    private static String shown(BenchmarkVerdict verdict, double lower, double upper) {
        String limit = Percent.exact(verdict.limit());
        String most = Percent.apart(upper, verdict.limit());
        String least = Percent.apart(lower, verdict.limit());
        if (verdict.verdict() == Verdict.DEMONSTRATED_BELOW) {
            return "Shown to be below " + limit + ": it is at most " + most + "." + holds(verdict)
                    + unanswered(verdict);
        }
        if (verdict.verdict() == Verdict.DEMONSTRATED_ABOVE) {
            return "Shown to be above " + limit + ": it is at least " + least + "." + holds(verdict);
        }
        if (upper < verdict.limit()) {
            return "Not shown to be below " + limit + ", although the bound is " + most + ": "
                    + closed(verdict.reason());
        }
        if (lower > verdict.limit()) {
            return "Not shown to be above " + limit + ", although the bound is " + least + ": "
                    + closed(verdict.reason());
        }
        return open(verdict, limit, least, most);
    }

    private static String open(BenchmarkVerdict verdict, String limit, String least, String most) {
        boolean none = verdict.counts().events() == 0;
        String range = none
                ? "Not shown to be below " + limit + ": it could be as high as " + most
                : "Shown neither to be below " + limit + " nor above: it could be as low as " + least
                        + " and as high as " + most;
        Long needed = verdict.sessionsNeeded();
        if (needed == null) {
            return range + ".";
        }
        return range + "; " + Quantity.about(needed) + " more event-free " + Quantity.plural(needed, "session")
                + (none ? " would show it." : " would show it to be below.");
    }

    private static String holds(BenchmarkVerdict verdict) {
        Double designEffect = verdict.holdsToDesignEffect();
        return designEffect == null
                ? ""
                : " The verdict stands up to a design effect of " + Quantity.atMost(designEffect) + ".";
    }

    private static String unanswered(BenchmarkVerdict verdict) {
        long unanswered = verdict.counts().notRecorded();
        Long tippingPoint = verdict.tippingPoint();
        if (unanswered == 0) {
            return "";
        }
        String sessions = Quantity.of(unanswered, "session") + " without an answer";
        return tippingPoint == null || tippingPoint > unanswered
                ? " It would stand even if all " + sessions + " had been yes."
                : " It would be lost if " + Quantity.count(tippingPoint) + " of the " + sessions + " had been yes.";
    }

    private static String comparator(Comparator published) {
        String rate = published.denominator() == 0
                ? ""
                : ", " + Percent.of((double) published.events() / published.denominator());
        return Quantity.count(published.events()) + " in " + Quantity.of(published.denominator(), published.unit())
                + " (" + published.study() + rate + ")";
    }

    private static String closed(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
