package org.aestat.cli;

import java.time.LocalDate;
import java.util.List;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.csv.DataDictionary;
import org.aestat.csv.Preset;
import org.aestat.pipeline.DataRequest;
import org.aestat.result.RunSettings;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, as results state it.
 *
 * @param command the command's name
 * @param request the data
 * @param settings the choices that change numbers
 * @param relief the definition of relief as asked for
 * @param among whose soreness
 */
record RunDescription(String command, DataRequest request, AnalysisSettings settings, String relief, String among) {

    /**
     * The settings of the result.
     *
     * @param by the columns that make strata, under the names that the data have
     * @param stratify the columns within whose values the test compares, likewise
     */
    RunSettings settings(List<String> by, List<String> stratify) {
        return new RunSettings(
                settings.confidence(),
                settings.interval().label(),
                settings.cluster().label(),
                by,
                where(request),
                text(request.from()),
                text(request.to()),
                settings.heterogeneity(),
                settings.designEffect(),
                settings.courseGap(),
                relief,
                among,
                new RunSettings.Curves(
                        settings.curves().confidenceType().label(),
                        settings.curves().seed(),
                        settings.curves().replicates(),
                        stratify,
                        settings.curves().sustained()),
                preset(request),
                dictionary(request));
    }

    /** The program that wrote the exports, or null. */
    static @Nullable String preset(DataRequest request) {
        Preset preset = request.reading().preset();
        return preset == null ? null : preset.label();
    }

    /** The data dictionary of its project, or null. */
    static @Nullable String dictionary(DataRequest request) {
        DataDictionary dictionary = request.reading().dictionary();
        return dictionary == null ? null : dictionary.fileName();
    }

    /** The filters of a request, {@code COLUMN=VALUE}. */
    static List<String> where(DataRequest request) {
        return request.where().stream()
                .map(condition -> condition.column() + "=" + condition.value())
                .toList();
    }

    /** A date, or an empty string for none. */
    static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
