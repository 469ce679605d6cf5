package org.aestat.render;

import java.io.IOException;
import org.aestat.result.MappingResult;
import org.aestat.result.MappingResult.Column;
import org.aestat.result.MappingResult.Question;

/** The fields of a proposed mapping. */
final class MappingJson {

    private final JsonFields json;

    MappingJson(JsonFields json) {
        this.json = json;
    }

    void write(MappingResult result) throws IOException {
        json.text("file", result.file());
        json.count("rowsRead", result.rows());
        json.count("irregularRows", result.irregularRows());
        json.object("form", result.form(), form -> {
            json.text("encoding", form.encoding());
            json.text("delimiter", form.delimiter());
            json.flag("decimalComma", form.decimalComma());
        });
        json.array("columns", result.columns(), this::column);
        json.array("questions", result.questions(), this::question);
        json.flag("ready", result.ready());
        json.text("mappingFile", result.mappingFile());
        json.text("next", result.next());
    }

    private void column(Column column) throws IOException {
        json.text("column", column.header());
        json.text("meaning", column.meaning());
        json.text("confidence", column.confidence());
        json.text("why", column.why());
        json.count("recorded", column.recorded());
        json.count("blank", column.blank());
        json.count("distinct", column.distinct());
        json.flag("distinctCapped", column.distinctCapped());
        json.array("values", column.values(), value -> {
            json.text("shape", value.shape());
            json.count("count", value.count());
        });
        json.counts("questions", column.questions());
    }

    private void question(Question question) throws IOException {
        json.count("number", (long) question.number());
        json.texts("columns", question.columns());
        json.text("question", question.text());
        json.flag("blocking", question.blocking());
    }
}
