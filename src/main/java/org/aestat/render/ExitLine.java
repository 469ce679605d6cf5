package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.CheckResult;

/** The last line of a gate: its exit code and what led to it. */
final class ExitLine {

    private ExitLine() {}

    static String of(CheckResult result) {
        List<String> verdicts = new ArrayList<>();
        result.tally().forEach((verdict, count) -> verdicts.add(Quantity.count(count) + " " + verdict.label()));
        List<Integer> applies = result.exit().applies();
        String others = applies.size() < 2
                ? ""
                : " Also applies: "
                        + String.join(
                                ", ",
                                applies.stream()
                                        .skip(1)
                                        .map(code -> code + " (" + meaning(code) + ")")
                                        .toList())
                        + ".";
        return "Exit " + result.exit().code() + " (" + meaning(result.exit().code()) + "): "
                + String.join(", ", verdicts) + "." + others;
    }

    private static String meaning(int code) {
        return switch (code) {
            case 4 -> "a threshold is broken";
            case 5 -> "the data cannot decide";
            case 6 -> "warnings";
            default -> "nothing fails the gate";
        };
    }
}
