package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.session.Answer;
import org.junit.jupiter.api.Test;

/** The examples of docs/csv-format.md. */
class DocumentationTest {

    private static String block(String language) throws IOException {
        String page = Files.readString(Path.of("docs", "csv-format.md"));
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void theSmallExportIsRead() throws IOException {
        Reading reading = Reading.of(block("csv"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.patients()).containsExactly("p1", "p2");
        assertThat(reading.table().session(2).answer(0)).isEqualTo(Answer.NOT_RECORDED);
    }

    @Test
    void theMappingFitsAnExport() throws IOException {
        Reading reading = Reading.of("""
                centre,id,Visit,Session,Dx,AE - bruise,AE - bleed,extubation_cough,fainting,pacu30min_throatPain
                A,1,31/01/2025,first,m54.2,1_yes,oui,2,-88,0
                """, Reading.with(block("toml")), "condition", "technique");
        assertThat(reading.category("condition")).containsExactly("neck pain");
        assertThat(reading.category("technique")).containsExactly("deep");
        assertThat(reading.answer("cough")).isEqualTo(Answer.YES);
        assertThat(reading.answer("fainting")).isEqualTo(Answer.NOT_RECORDED);
    }
}
