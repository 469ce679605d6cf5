package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private static String drawn(TextTable table, int width) {
        return String.join("\n", table.lines(width, new Sanitizer(true), Glyphs.UNICODE));
    }

    @Test
    void numbersAreRightAlignedUnderHeadingsThatStandAtTheBottom() {
        TextTable table =
                new TextTable().text("Event").number("Sessions", "with it").text("Word");
        table.group("Minor events");
        table.row("bruising", "91", "common");
        table.row("肩", "1,091", "rare");
        assertThat(drawn(table, 98)).isEqualTo("""
                          Sessions
                Event      with it  Word
                Minor events
                bruising        91  common
                肩           1,091  rare""");
    }

    @Test
    void theFirstColumnGivesWay() {
        TextTable table = new TextTable().text("a very long name of a column").number("Sessions");
        table.group("a group with a name longer than the table");
        table.row("neck pain after an accident", "1,091");
        assertThat(drawn(table, 30)).isEqualTo("""
                a very lon… a column  Sessions
                a group with a …than the table
                neck pain … accident     1,091""");
    }

    @Test
    void textFromOutsideBreaksNothing() {
        TextTable table = new TextTable().text("co\u202El\numn").number("n");
        table.row("a\u001b[2Jb\nc", "1");
        assertThat(drawn(table, 98)).isEqualTo("""
                co\uFFFDl␊umn  n
                a␛[2Jb␊c  1""");
    }

    @Test
    void aRowHasACellAColumn() {
        TextTable table = new TextTable().text("a").number("b");
        assertThatThrownBy(() -> table.row("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for 2 columns");
        assertThat(table.isEmpty()).isTrue();
    }
}
