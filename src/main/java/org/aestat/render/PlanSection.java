package org.aestat.render;

import java.util.List;
import org.aestat.result.PlanResult;
import org.aestat.result.PlanResult.Bound;
import org.aestat.result.PlanResult.Needed;
import org.aestat.result.PlanResult.Power;
import org.aestat.result.PlanResult.Question;
import org.aestat.result.PlanResult.Shows;
import org.jspecify.annotations.Nullable;

/** A plan in a table and sentences. */
final class PlanSection {

    private final Page page;
    private final Question question;
    private final String limit;

    PlanSection(Page page, Question question) {
        this.page = page;
        this.question = question;
        limit = Percent.exact(question.limit());
    }

    void write(PlanResult result) {
        List<Needed> plan = result.plan();
        if (plan != null) {
            needed(plan);
        }
        Power power = result.power();
        if (power != null) {
            power(power);
        }
        Shows shows = result.shows();
        if (shows != null) {
            shows(shows);
        }
        page.paragraph(
                "Each number is for one look at a finished record. Whoever looks again while it grows will be wrong "
                        + "more often; that needs a sequential method.");
    }

    private void assumptions() {
        String level = Percent.exact(question.level());
        page.paragraph(
                "Shown to be below: the one-sided " + level + " upper bound (Clopper-Pearson) is below the limit. "
                        + (question.designEffect() == 1
                                ? "Sessions are taken to be independent of each other; where those of a patient resemble each "
                                        + "other it takes more (--design-effect)."
                                : "Design effect " + Quantity.plain(question.designEffect())
                                        + ": so many sessions are worth one independent session."));
    }

    private void needed(List<Needed> plan) {
        page.heading("How many sessions show a rate below " + limit);
        assumptions();
        TextTable table = new TextTable().number("Sessions", "with it").number("Sessions", "needed");
        plan.forEach(row ->
                table.row(row.events() == 0 ? "none" : Quantity.count(row.events()), Quantity.count(row.sessions())));
        page.table(table);
        Needed first = plan.get(0);
        String seen = first.events() == 0
                ? "If the event happens at none of " + Quantity.of(first.sessions(), "session")
                : "If the event happens at no more than " + Quantity.count(first.events()) + " of "
                        + Quantity.of(first.sessions(), "session");
        page.paragraph(seen + ", its rate is shown to be below " + limit + "; one session fewer does not show it.");
    }

    private void power(Power power) {
        String rate = Percent.exact(power.trueRate());
        page.paragraph("If the true rate is " + rate + ", " + Quantity.of(power.sessions(), "session")
                + " or more show it to be below " + limit + " with a probability of at least "
                + Percent.exact(power.probability()) + " (" + Percent.of(power.attained()) + " at that number, "
                + (power.events() == 0 ? "if none has" : "if at most " + Quantity.count(power.events()) + " have")
                + " the event).");
        if (power.firstSessions() < power.sessions()) {
            page.continued("The smallest number that does is " + Quantity.count(power.firstSessions())
                    + ", but some between the two do not: with every session the probability falls a little, until one "
                    + "event more is allowed.");
        }
    }

    private void shows(Shows shows) {
        String sessions = Quantity.of(shows.sessions(), "session");
        page.heading("What " + sessions + " can show about a limit of " + limit);
        assumptions();
        if (!shows.bounds().isEmpty()) {
            TextTable table = new TextTable()
                    .number("Sessions", "with it")
                    .number("Lower", "bound %")
                    .number("Upper", "bound %")
                    .text("Verdict");
            shows.bounds().forEach(bound -> table.row(row(bound)));
            page.table(table);
        }
        page.paragraph(below(shows.mostEventsBelow()) + " " + above(shows.fewestEventsAbove()));
        Double rate = shows.trueRate();
        Double probability = shows.probabilityBelow();
        if (rate != null && probability != null) {
            page.continued("If the true rate is " + Percent.exact(rate) + ", " + sessions + " show it to be below "
                    + limit + " with a probability of " + Percent.of(probability) + ".");
        }
    }

    private List<String> row(Bound bound) {
        return List.of(
                bound.events() == 0 ? "none" : Quantity.count(bound.events()),
                number(bound.lower()),
                number(bound.upper()),
                bound.verdict().label());
    }

    /** Without the sign, with as many digits as show the side of the limit. */
    private String number(double bound) {
        return Percent.apart(bound, question.limit()).replace(" %", "");
    }

    private String below(@Nullable Long most) {
        if (most == null) {
            return "Not even a record without the event shows a rate below " + limit + ".";
        }
        String record = most == 0
                ? "Only a record without the event shows"
                : "At most " + Quantity.of(most, "session") + " with the event " + (most == 1 ? "shows" : "show");
        return record + " a rate below " + limit + ".";
    }

    private String above(@Nullable Long fewest) {
        return fewest == null
                ? "Not even the event at every session shows a rate above it."
                : Quantity.count(fewest) + " or more show a rate above it.";
    }
}
