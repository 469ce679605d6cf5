package org.aestat.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have counted for one threshold under surveillance.
 *
 * @param threshold the name of the threshold
 * @param days the dates that were looked at, ascending
 * @param signalDate when the test signalled, null without a signal
 */
public record WatchState(
        String threshold, List<Day> days, @Nullable LocalDate signalDate) {

    /** Copies the list, and refuses dates out of order and a signal on none of them. */
    public WatchState {
        days = List.copyOf(days);
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).date().isAfter(days.get(i - 1).date())) {
                throw new IllegalArgumentException("dates are not ascending");
            }
        }
        LocalDate signal = signalDate;
        if (signal != null && days.stream().noneMatch(day -> day.date().equals(signal))) {
            throw new IllegalArgumentException("the signal is on no date that was looked at");
        }
    }

    /** Nothing counted yet. */
    public static WatchState none(String threshold) {
        return new WatchState(threshold, List.of(), null);
    }

    /** The last date that was looked at, null where there is none. */
    public @Nullable LocalDate last() {
        return days.isEmpty() ? null : days.get(days.size() - 1).date();
    }

    /** These days, then those of an export that are later. */
    public List<Day> followedBy(List<Day> export) {
        LocalDate last = last();
        SortedMap<LocalDate, Day> all = new TreeMap<>();
        days.forEach(day -> all.put(day.date(), day));
        export.stream()
                .filter(day -> last == null || day.date().isAfter(last))
                .forEach(day -> all.put(day.date(), day));
        return List.copyOf(all.values());
    }

    /**
     * The dates already counted, from the first of an export on, of which the export has other counts: sessions came in
     * late, or were changed.
     */
    public List<LocalDate> changed(List<Day> export) {
        LocalDate last = last();
        if (export.isEmpty() || last == null) {
            return List.of();
        }
        SortedMap<LocalDate, Day> counted = new TreeMap<>();
        days.forEach(day -> counted.put(day.date(), day));
        SortedMap<LocalDate, Day> given = new TreeMap<>();
        export.stream().filter(day -> !day.date().isAfter(last)).forEach(day -> given.put(day.date(), day));
        SortedMap<LocalDate, Day> both =
                new TreeMap<>(counted.tailMap(export.get(0).date()));
        both.putAll(given);
        return both.keySet().stream()
                .filter(date -> !Objects.equals(counted.get(date), given.get(date)))
                .toList();
    }
}
