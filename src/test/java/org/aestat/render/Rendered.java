package org.aestat.render;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.aestat.result.AuditResult;

/** Rendered text reports and parts of them. */
final class Rendered {

    private Rendered() {}

    static String text(AuditResult result, boolean unicode) {
        StringWriter out = new StringWriter();
        try {
            new TextRenderer(unicode).render(result, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** What stands below a heading of the ASCII report, up to the next heading. */
    static String section(AuditResult result, String heading) {
        String[] lines = text(result, false).split("\n", -1);
        StringBuilder section = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < lines.length - 1; i++) {
            boolean isHeading =
                    !lines[i].isEmpty() && lines[i + 1].matches("-+") && lines[i].length() == lines[i + 1].length();
            if (isHeading) {
                inside = lines[i].equals(heading);
                i++;
            } else if (inside) {
                section.append(lines[i]).append('\n');
            }
        }
        return section.toString().strip() + "\n";
    }
}
