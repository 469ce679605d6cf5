package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.aestat.result.AuditResult;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.EventRate;
import org.aestat.result.ReliefResult;
import org.aestat.result.SorenessResult;

/**
 * A result for people: a page of at most 100 columns that an auditor reads from top to bottom. It holds the sections
 * of the analyses that were done.
 */
public final class TextRenderer implements Renderer {

    private final boolean unicode;

    /**
     * A renderer for a kind of terminal.
     *
     * @param unicode whether it shows Unicode; otherwise the page is ASCII
     */
    public TextRenderer(boolean unicode) {
        this.unicode = unicode;
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        Page page = new Page(unicode);
        new DataSection(page).write(result);
        List<BenchmarkVerdict> benchmarks = result.benchmarks();
        if (benchmarks != null && !benchmarks.isEmpty()) {
            new BenchmarkSection(page).write(benchmarks);
        }
        List<EventRate> rates = result.rates();
        if (rates != null && !rates.isEmpty()) {
            new RatesSection(page, result.settings().confidence()).write(rates);
            if (result.severity() != null) {
                new SeveritySection(page, result.settings().confidence()).write(result.severity());
            }
            new LadderTable(page).write(rates, benchmarks == null ? List.of() : benchmarks);
        }
        List<SorenessResult> soreness = result.soreness();
        if (soreness != null && !soreness.isEmpty()) {
            new SorenessSection(page, result.settings()).write(soreness, result.sorenessTest());
        }
        List<ReliefResult> relief = result.relief();
        if (relief != null && !relief.isEmpty()) {
            new ReliefSection(page, result.settings().confidence()).write(relief);
        }
        new DefinitionsSection(page).write(result);
        out.write(page.text());
    }
}
