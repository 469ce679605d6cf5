package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.aestat.publish.PublishedCount;
import org.aestat.publish.PublishedReport;
import org.aestat.publish.PublishedReport.Rate;
import org.aestat.publish.PublishedReport.Relief;
import org.aestat.publish.PublishedReport.Resolution;
import org.aestat.publish.PublishedReport.Share;
import org.aestat.publish.PublishedReport.Verdict;
import org.aestat.result.RunSettings;

/** What may be published of a result, for programs: the schema {@code aestat-publication/1}. */
public final class PublishedJsonRenderer implements PublishedRenderer {

    private static final String SCHEMA = "aestat-publication/1";

    @Override
    public void render(PublishedReport report, Writer out) throws IOException {
        new JsonDocument().write(out, json -> new Fields(json).write(report));
    }

    private record Fields(JsonFields json) {

        void write(PublishedReport report) throws IOException {
            json.text("schema", SCHEMA);
            json.object("tool", report.version(), version -> {
                json.text("name", "aestat");
                json.text("version", version);
            });
            json.text("command", report.command());
            json.count("minCell", report.minCell());
            json.object("settings", report.settings(), this::settings);
            json.object("rows", report.rows(), rows -> {
                count("read", rows.read());
                count("used", rows.used());
                count("excluded", rows.excluded());
                count("rejected", rows.rejected());
            });
            count("patients", report.patients());
            json.array("strata", report.strata(), size -> {
                json.stratum(size.stratum());
                count("sessions", size.sessions());
            });
            analyses(report);
        }

        private void settings(RunSettings settings) throws IOException {
            json.number("confidence", settings.confidence());
            json.text("cluster", settings.cluster());
            json.texts("by", settings.by());
            json.texts("where", settings.where());
            json.text("from", settings.from().isEmpty() ? null : settings.from());
            json.text("to", settings.to().isEmpty() ? null : settings.to());
            json.text("among", settings.among());
        }

        private void analyses(PublishedReport report) throws IOException {
            List<Rate> rates = report.rates();
            if (rates != null) {
                json.array("rates", rates, this::rate);
            }
            List<Verdict> verdicts = report.verdicts();
            if (verdicts != null) {
                json.array("benchmarks", verdicts, this::verdict);
            }
            List<Resolution> soreness = report.soreness();
            if (soreness != null) {
                json.array("soreness", soreness, this::resolution);
            }
            List<Relief> relief = report.relief();
            if (relief != null) {
                json.array("relief", relief, this::relief);
            }
        }

        private void rate(Rate rate) throws IOException {
            json.text("event", rate.event());
            json.stratum(rate.stratum());
            json.text("severity", rate.severity());
            count("events", rate.events());
            count("denominator", rate.denominator());
            count("notRecorded", rate.notRecorded());
            if (rate.rate() == null) {
                json.notEstimable("no session is known to be assessed");
            } else {
                json.object("rate", rate.rate(), bounds -> {
                    json.number("from", bounds.from());
                    json.number("to", bounds.to());
                });
            }
            if (rate.interval() != null) {
                json.object("interval", rate.interval(), interval -> {
                    json.text("method", interval.method());
                    json.number("level", interval.level());
                    json.number("lower", interval.lower());
                    json.number("upper", interval.upper());
                });
            }
        }

        private void verdict(Verdict verdict) throws IOException {
            json.text("id", verdict.id());
            json.text("event", verdict.event());
            json.number("limit", verdict.limit());
            json.number("level", verdict.level());
            json.text("verdict", verdict.verdict());
            json.text("source", verdict.source());
        }

        private void resolution(Resolution row) throws IOException {
            json.stratum(row.stratum());
            json.text("method", row.method());
            count("sessions", row.sessions());
            json.array("resolvedBy", row.resolvedBy(), share -> share("hours", share));
        }

        private void relief(Relief row) throws IOException {
            json.stratum(row.stratum());
            json.text("definition", row.definition());
            count("courses", row.courses());
            count("relieved", row.relieved());
            json.array("relievedBy", row.relievedBy(), share -> share("sessions", share));
        }

        private void share(String at, Share share) throws IOException {
            json.number(at, share.at());
            json.number("share", share.share());
            json.number("lower", share.lower());
            json.number("upper", share.upper());
        }

        private void count(String name, PublishedCount count) throws IOException {
            if (count.value() != null) {
                json.count(name, count.value());
                return;
            }
            json.object(name, count, hidden -> {
                json.flag("suppressed", true);
                json.count("from", hidden.from());
                json.count("to", hidden.to());
            });
        }
    }
}
