package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aestat.publish.PublishedCount;
import org.aestat.publish.PublishedReport;
import org.aestat.publish.PublishedReport.Bounds;
import org.aestat.publish.PublishedReport.Interval;
import org.aestat.publish.PublishedReport.Rate;
import org.aestat.publish.PublishedReport.Relief;
import org.aestat.publish.PublishedReport.Resolution;
import org.aestat.publish.PublishedReport.Rows;
import org.aestat.publish.PublishedReport.Share;
import org.aestat.publish.PublishedReport.Size;
import org.aestat.publish.PublishedReport.Verdict;
import org.aestat.result.RunSettings;
import org.aestat.result.Stratum;

/** What may be published of a result, for people. */
public final class PublishedTextRenderer implements PublishedRenderer {

    private static final String ALL_SESSIONS = "all sessions";
    private static final String ALL_COURSES = "all courses";
    private static final String NONE = "none";

    private final boolean unicode;

    /**
     * A renderer for a kind of terminal.
     *
     * @param unicode whether it shows Unicode; otherwise the page is ASCII
     */
    public PublishedTextRenderer(boolean unicode) {
        this.unicode = unicode;
    }

    @Override
    public void render(PublishedReport report, Writer out) throws IOException {
        Page page = new Page(unicode);
        page.heading("Audit of treatment sessions, for publication");
        data(page, report);
        if (report.verdicts() != null) {
            verdicts(page, report.verdicts());
        }
        if (report.rates() != null) {
            rates(page, report.rates(), report.settings());
        }
        if (report.soreness() != null) {
            soreness(page, report.soreness());
        }
        if (report.relief() != null) {
            relief(page, report.relief());
        }
        page.heading("How counts were withheld");
        page.paragraph("Counts from 1 to " + report.minCell() + " are withheld, as are counts of "
                + "few patients and counts from which one of them could be worked out. In the place of a withheld "
                + "count stands the range that can be worked out from this page, \"0 to 31\"; a rate is then a range "
                + "too. Curves show only times between which more than " + report.minCell()
                + " ended, with shares rounded to 5 %; limits are rounded outward. Do not publish this beside "
                + "another page on the same sessions: their differences are not protected.");
        out.write(page.text());
    }

    private static void data(Page page, PublishedReport report) {
        Rows rows = report.rows();
        page.paragraph("Rows read: " + count(rows.read()) + ". Used: " + count(rows.used()) + " sessions of "
                + count(report.patients()) + " patients. Excluded: " + count(rows.excluded()) + ". Rejected: "
                + count(rows.rejected()) + ".");
        RunSettings settings = report.settings();
        List<String> filters = new ArrayList<>(settings.where());
        if (!settings.from().isEmpty()) {
            filters.add("from " + settings.from());
        }
        if (!settings.to().isEmpty()) {
            filters.add("to " + settings.to());
        }
        if (!filters.isEmpty()) {
            page.continued("Only sessions with: " + String.join("; ", filters) + ".");
        }
        if (report.strata().size() > 1) {
            TextTable table = new TextTable()
                    .text(Names.columns(report.strata().get(1).stratum()))
                    .number("Sessions");
            for (Size size : report.strata()) {
                table.row(Names.values(size.stratum(), ALL_SESSIONS), count(size.sessions()));
            }
            page.table(table);
        }
    }

    private static void verdicts(Page page, List<Verdict> verdicts) {
        page.heading("Verdicts on published limits");
        TextTable table =
                new TextTable().text("Event").number("Limit").number("Level").text("Verdict");
        for (Verdict verdict : verdicts) {
            table.row(
                    Names.event(verdict.event()),
                    Percent.exact(verdict.limit()),
                    Percent.exact(verdict.level()),
                    verdict.verdict());
        }
        page.table(table);
    }

    private static void rates(Page page, List<Rate> rates, RunSettings settings) {
        page.heading("Adverse events");
        page.paragraph(RatesSection.PER_SESSION + " Intervals have a level of " + Percent.exact(settings.confidence())
                + ", with sessions " + RateDefinitions.clustered(settings.cluster())
                + "; '-' where a count behind one is withheld. None seen does not mean that there are none: the interval"
                + " says how many there could be.");
        for (Stratum stratum : rates.stream().map(Rate::stratum).distinct().toList()) {
            TextTable table = new TextTable()
                    .text("Event")
                    .number("With it")
                    .number("Assessed")
                    .number("Not", "recorded")
                    .number("Rate", "%")
                    .number("Interval", "%");
            for (Rate rate :
                    rates.stream().filter(row -> row.stratum().equals(stratum)).toList()) {
                Bounds bounds = rate.rate();
                Interval interval = rate.interval();
                table.row(
                        Names.event(rate.event()),
                        bounds == null ? "-" : isNone(rate) ? NONE : count(rate.events()),
                        count(rate.denominator()),
                        count(rate.notRecorded()),
                        bounds == null ? "-" : isNone(rate) ? NONE : share(bounds),
                        interval == null ? "-" : Percent.limits(interval.lower(), interval.upper()));
            }
            page.table(Names.capitalised(Names.stratum(stratum, ALL_SESSIONS)), table);
        }
    }

    private static boolean isNone(Rate rate) {
        return Long.valueOf(0).equals(rate.events().value());
    }

    private static void soreness(Page page, List<Resolution> soreness) {
        page.heading("How long soreness lasts");
        page.paragraph(
                "Of the sessions with soreness, the share whose soreness had resolved by some hours after them.");
        TextTable table = new TextTable()
                .text(columns(soreness.stream().map(Resolution::stratum), "Sessions"))
                .number("In the curve")
                .text("Resolved by");
        for (Resolution row : soreness) {
            table.row(Names.values(row.stratum(), ALL_SESSIONS), count(row.sessions()), curve(row.resolvedBy(), " h"));
        }
        page.table(table);
    }

    private static String columns(Stream<Stratum> strata, String overall) {
        return strata.filter(stratum -> !stratum.isOverall())
                .findFirst()
                .map(Names::columns)
                .orElse(overall);
    }

    private static void relief(Page page, List<Relief> relief) {
        page.heading("Sessions until relief");
        page.paragraph(
                "Of the courses of treatment, the share with relief by a session; ending without relief competes.");
        TextTable table = new TextTable()
                .text(columns(relief.stream().map(Relief::stratum), "Courses"))
                .number("In the curve")
                .number("Relieved")
                .text("Relieved by session");
        for (Relief row : relief) {
            table.row(
                    Names.values(row.stratum(), ALL_COURSES),
                    count(row.courses()),
                    count(row.relieved()),
                    curve(row.relievedBy(), ""));
        }
        page.table(table);
    }

    private static String curve(List<Share> shares, String unit) {
        return shares.isEmpty()
                ? "-"
                : shares.stream()
                        .map(share -> Quantity.plain(share.at()) + unit + ": " + Math.round(100 * share.share()) + " %")
                        .collect(Collectors.joining(", "));
    }

    private static String share(Bounds bounds) {
        return bounds.from() == bounds.to() ? Percent.number(bounds.from()) : Percent.range(bounds.from(), bounds.to());
    }

    /** "1,190", or for a withheld count "1 to 10". */
    private static String count(PublishedCount count) {
        if (count.value() != null) {
            return Quantity.count(count.value());
        }
        Long to = count.to();
        return to == null
                ? Quantity.count(count.from()) + " or more"
                : Quantity.count(count.from()) + " to " + Quantity.count(to);
    }
}
