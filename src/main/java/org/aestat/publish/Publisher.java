package org.aestat.publish;

import java.util.ArrayList;
import java.util.List;
import org.aestat.publish.PublishedReport.Bounds;
import org.aestat.publish.PublishedReport.Interval;
import org.aestat.publish.PublishedReport.Rate;
import org.aestat.publish.PublishedReport.Relief;
import org.aestat.publish.PublishedReport.Resolution;
import org.aestat.publish.PublishedReport.Rows;
import org.aestat.publish.PublishedReport.Share;
import org.aestat.publish.PublishedReport.Size;
import org.aestat.publish.PublishedReport.Verdict;
import org.aestat.result.AuditResult;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.EventRate;
import org.aestat.result.ReliefResult;
import org.aestat.result.RowCounts;
import org.aestat.result.SorenessResult;
import org.aestat.result.Stratum;
import org.aestat.result.StratumSize;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a result what may be published: counts from 1 to a limit are withheld, others where they would give one of
 * these away, and curves are coarse. Verdicts stay. Source of the rule: cell size suppression policy of the Centers for
 * Medicare and Medicaid Services (1 to 10 withheld, also where derivable; 0 shown).
 *
 * @param limit the largest small count, at least 1
 */
public record Publisher(long limit) {

    private static final double TENTHS = 1000;

    /** Refuses a limit below 1. */
    public Publisher {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
    }

    /**
     * What may be published of a result.
     *
     * @param result the result
     * @param sizes every stratum of its rates, soreness and relief, all sessions first
     */
    public PublishedReport publish(AuditResult result, List<StratumSize> sizes) {
        List<String> by = result.settings().by();
        List<StratumSize> strata = sizes.stream()
                .filter(size ->
                        size.stratum().isOverall() || size.stratum().columns().equals(by))
                .toList();
        List<EventRate> rates = result.rates() == null
                ? List.of()
                : result.rates().stream()
                        .filter(rate -> isOf(rate.stratum(), by))
                        .toList();
        List<BenchmarkVerdict> benchmarks = result.benchmarks() == null ? List.of() : result.benchmarks();
        List<SorenessResult> soreness = result.soreness() == null ? List.of() : result.soreness();

        SessionCells cells = new SessionCells(strata, limit);
        rates.forEach(rate -> cells.add(
                rate,
                benchmarks.stream()
                        .filter(verdict -> verdict.event().equals(rate.event()))
                        .toList()));
        soreness.forEach(cells::add);
        cells.protect();

        return new PublishedReport(
                result.command(),
                result.version(),
                limit,
                result.settings(),
                rows(result.rows(), cells.sessions(Stratum.OVERALL)),
                PublishedCount.alone(result.patients(), limit),
                strata.stream()
                        .map(size -> new Size(size.stratum(), cells.sessions(size.stratum())))
                        .toList(),
                result.rates() == null
                        ? null
                        : rates.stream().map(rate -> rate(rate, cells)).toList(),
                result.benchmarks() == null
                        ? null
                        : benchmarks.stream().map(Publisher::verdict).toList(),
                result.soreness() == null
                        ? null
                        : soreness.stream().map(row -> resolution(row, cells)).toList(),
                relief(result.relief(), sizes));
    }

    private static boolean isOf(Stratum stratum, List<String> by) {
        return stratum.isOverall() || stratum.columns().equals(by);
    }

    private Rows rows(RowCounts rows, PublishedCount used) {
        PublishedCount excluded = PublishedCount.alone(rows.excluded(), limit);
        PublishedCount rejected = PublishedCount.alone(rows.rejected(), limit);
        return new Rows(used.plus(excluded).plus(rejected), used, excluded, rejected);
    }

    private static Rate rate(EventRate rate, SessionCells cells) {
        PublishedCount events = cells.yes(rate.stratum(), rate.event());
        PublishedCount denominator = cells.answered(rate.stratum(), rate.event());
        boolean whole = !events.isSuppressed() && !denominator.isSuppressed();
        return new Rate(
                rate.event(),
                rate.stratum(),
                rate.severity(),
                events,
                denominator,
                cells.missing(rate.stratum(), rate.event()),
                quotient(events, denominator),
                whole ? rate.estimate().fold(figures -> interval(figures), reason -> null) : null);
    }

    /** What the quotient can be, by the published counts alone. */
    private static @Nullable Bounds quotient(PublishedCount events, PublishedCount denominator) {
        Long most = denominator.to();
        if (most == null || most == 0) {
            return null;
        }
        double to = denominator.from() == 0 || events.to() == null
                ? 1
                : Math.min(1, (double) events.to() / denominator.from());
        return new Bounds((double) events.from() / most, to);
    }

    private static Interval interval(EventRate.Figures figures) {
        return new Interval(
                figures.interval().method(),
                figures.interval().level(),
                Math.floor(figures.interval().lower() * TENTHS) / TENTHS,
                Math.min(1, Math.ceil(figures.interval().upper() * TENTHS) / TENTHS));
    }

    private static Verdict verdict(BenchmarkVerdict verdict) {
        return new Verdict(
                verdict.id(),
                verdict.event(),
                verdict.limit(),
                verdict.level(),
                verdict.verdict().label(),
                verdict.source());
    }

    private Resolution resolution(SorenessResult result, SessionCells cells) {
        PublishedCount sessions = cells.inCurve(result.stratum());
        return new Resolution(
                result.stratum(),
                result.method(),
                sessions,
                sessions.isSuppressed()
                        ? List.of()
                        : result.estimate()
                                .fold(figures -> shares(result.counts().sessions(), figures), r -> List.of()));
    }

    private List<Share> shares(long sessions, SorenessResult.Figures figures) {
        CoarseCurve curve = new CoarseCurve(sessions, limit);
        for (SorenessResult.ResolvedBy row : figures.resolvedBy()) {
            SorenessResult.Share share = row.estimate().fold(found -> found, reason -> null);
            if (share != null && share.probability() != null) {
                long resolved = 0;
                long left = 0;
                boolean counted = true;
                for (SorenessResult.CurvePoint point : figures.curve()) {
                    SorenessResult.Events events = point.events();
                    counted &= events != null;
                    if (events != null && point.hours() <= row.hours()) {
                        resolved += events.resolved();
                        left += events.resolved() + events.censored();
                    }
                }
                long mass = (long) Math.floor(share.probability() * sessions);
                curve.point(
                        row.hours(),
                        counted ? resolved : mass,
                        counted ? left : mass,
                        share.probability(),
                        share.lower(),
                        share.upper());
            }
        }
        return curve.shares();
    }

    private @Nullable List<Relief> relief(@Nullable List<ReliefResult> results, List<StratumSize> sizes) {
        if (results == null) {
            return null;
        }
        List<Stratum> few = new ArrayList<>();
        for (StratumSize size : sizes) {
            if (size.patients() >= 1 && size.patients() <= limit) {
                few.add(size.stratum());
            }
        }
        CourseCells cells = new CourseCells(results, few, limit);
        return results.stream().map(result -> relief(result, cells)).toList();
    }

    private Relief relief(ReliefResult result, CourseCells cells) {
        PublishedCount courses = cells.courses(result.stratum());
        PublishedCount relieved = cells.relieved(result.stratum());
        boolean whole = !courses.isSuppressed() && !relieved.isSuppressed();
        return new Relief(
                result.stratum(),
                result.definition(),
                courses,
                relieved,
                whole
                        ? result.estimate()
                                .fold(figures -> shares(result.counts().courses(), figures), r -> List.of())
                        : List.of());
    }

    private List<Share> shares(long courses, ReliefResult.Figures figures) {
        CoarseCurve curve = new CoarseCurve(courses, limit);
        for (ReliefResult.RelievedBy row : figures.relievedBy()) {
            ReliefResult.Share share = row.estimate().fold(found -> found, reason -> null);
            if (share != null) {
                long relieved = 0;
                long left = 0;
                for (ReliefResult.CurvePoint point : figures.curve()) {
                    if (point.session() <= row.sessions()) {
                        relieved += point.relieved();
                        left += point.relieved() + point.ended() + point.censored();
                    }
                }
                curve.point(row.sessions(), relieved, left, share.probability(), share.lower(), share.upper());
            }
        }
        return curve.shares();
    }
}
