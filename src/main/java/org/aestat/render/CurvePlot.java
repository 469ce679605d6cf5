package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aestat.result.SorenessResult.CurvePoint;

/** A curve of the share still sore, drawn in characters: 10 rows of 10 % each over 60 columns of time. */
final class CurvePlot {

    private static final int COLUMNS = 60;
    private static final int ROWS = 10;
    private static final int MOST_TICKS = 6;
    private static final String MARGIN = "    ";
    private static final double[] STEPS = {0.25, 0.5, 1, 2, 4, 6, 12, 24, 48, 72, 168, 336, 720};

    private final Glyphs glyphs;

    CurvePlot(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** The lines of the drawing, none for a curve without any time after the session. */
    Optional<List<String>> draw(List<CurvePoint> curve) {
        double last = curve.isEmpty() ? 0 : curve.get(curve.size() - 1).hours();
        if (last <= 0) {
            return Optional.empty();
        }
        double step = step(last);
        int ticks = (int) Math.ceil(last / step);
        List<String> lines = rows(curve, last, ticks * step);
        lines.add(MARGIN.substring(1) + "0 " + axis(ticks));
        lines.add(MARGIN + " " + labels(ticks, step));
        return Optional.of(lines);
    }

    private static double step(double last) {
        for (double step : STEPS) {
            if (last <= step * MOST_TICKS) {
                return step;
            }
        }
        return Math.ceil(last / MOST_TICKS);
    }

    private List<String> rows(List<CurvePoint> curve, double last, double end) {
        List<String> lines = new ArrayList<>();
        for (int row = ROWS - 1; row >= 0; row--) {
            String label = row == ROWS - 1 ? " 100" : row == ROWS / 2 - 1 ? "  50" : MARGIN;
            StringBuilder line = new StringBuilder(label).append(' ').append(glyphs.axis());
            for (int column = 0; column < COLUMNS; column++) {
                double hours = (column + 0.5) * end / COLUMNS;
                line.append(hours > last ? ' ' : cell(sore(curve, hours), row));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private char cell(double sore, int row) {
        int steps = (int) Math.floor((sore * ROWS - row) * glyphs.fillSteps() + 0.5);
        return glyphs.fill(row == 0 && sore > 0 ? Math.max(1, steps) : steps);
    }

    private static double sore(List<CurvePoint> curve, double hours) {
        double sore = 1;
        for (CurvePoint point : curve) {
            if (point.hours() > hours) {
                break;
            }
            sore = point.sore();
        }
        return sore;
    }

    private String axis(int ticks) {
        StringBuilder axis = new StringBuilder(glyphs.corner());
        int next = 1;
        for (int column = 1; column <= COLUMNS; column++) {
            boolean tick = column == position(next, ticks);
            axis.append(tick ? glyphs.tick() : glyphs.rule());
            next += tick ? 1 : 0;
        }
        return axis.toString();
    }

    private static String labels(int ticks, double step) {
        StringBuilder labels = new StringBuilder("0");
        for (int tick = 1; tick <= ticks; tick++) {
            String label = Quantity.plain(tick * step);
            int start = position(tick, ticks) - label.length() / 2;
            labels.append(" ".repeat(Math.max(1, start - labels.length()))).append(label);
        }
        return labels + " h";
    }

    private static int position(int tick, int ticks) {
        return (tick * COLUMNS + ticks / 2) / ticks;
    }
}
