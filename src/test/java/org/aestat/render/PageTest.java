package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private final Page page = new Page(true);

    @Test
    void blocksStandApart() {
        page.heading("Title");
        page.paragraph("One.");
        page.continued("Two.");
        page.space();
        page.space();
        page.item("Three.");
        assertThat(page.text()).isEqualTo("""
                Title
                ─────

                One.
                Two.

                • Three.
                """);
    }

    @Test
    void paragraphsAreWrappedAndUnitsStayWithTheirNumbers() {
        page.paragraph("x".repeat(96) + " 95 % of them");
        page.item("y".repeat(96) + " 20 h).");
        assertThat(page.text()).isEqualTo("x".repeat(96) + "\n95 % of them\n• " + "y".repeat(96) + "\n  20 h).\n");
    }

    @Test
    void endlessWordsAreCut() {
        page.item("肩".repeat(60) + " " + "z".repeat(100));
        assertThat(page.text())
                .isEqualTo("• " + "肩".repeat(49) + "\n  " + "肩".repeat(11) + "\n  " + "z".repeat(98) + "\n  zz\n");
    }

    @Test
    void aDrawingThatIsTooWideIsWrapped() {
        page.drawing(List.of("a".repeat(60) + " " + "b".repeat(60)));
        assertThat(page.text()).isEqualTo("  " + "a".repeat(60) + "\n  " + "b".repeat(60) + "\n");
    }

    @Test
    void anEmptyTextIsAnEmptyLine() {
        page.continued("");
        page.paragraph("One.");
        assertThat(page.text()).isEqualTo("\nOne.\n");
    }

    @Test
    void notesNameRowsWhole() {
        Notes notes = new Notes();
        notes.add("Not estimable (none)", "any event from moderate on (Low back pain)");
        notes.add("Not estimable (none)", "x".repeat(60) + "y".repeat(60));
        notes.writeTo(page);
        assertThat(page.text())
                .isEqualTo("Not estimable (none): any event from moderate on (Low back pain),\n" + "x".repeat(45) + "…"
                        + "y".repeat(44) + ".\n");
    }

    @Test
    void notesSayOnceWhatHoldsForSeveral() {
        Notes notes = new Notes();
        for (int i = 1; i <= 14; i++) {
            notes.add("Not estimable (few)", "event " + i);
        }
        notes.add("Not estimable (none)", "a\nb");
        notes.writeTo(page);
        notes.writeTo(page, "Reasons");
        assertThat(page.text()).isEqualTo("""
                Not estimable (few): event 1, event 2, event 3, event 4, event 5, event 6, event 7, event 8, event
                9, event 10, event 11, event 12 and 2 more.
                Not estimable (none): a␊b.
                Reasons: Not estimable (none) for a␊b; Not estimable (few) for the others.
                """);
    }
}
