package org.sandglass.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.sandglass.conformance.Verdict;

/// Verdicts on a sampler, for people and for programs.
public final class VerdictTable {
    private VerdictTable() {}

    /// A line for each verdict, and one that counts them.
    ///
    /// @param verdicts of one sampler
    /// @return lines, each ending in a line break
    public static String text(List<Verdict> verdicts) {
        StringBuilder out = new StringBuilder();
        for (Verdict each : verdicts) {
            out.append(String.format(
                    Locale.ROOT, "%-10s  %-11s  %s%n", each.outcome().word(), each.check(), each.sentence()));
        }
        return out.append(summary(verdicts)).append('\n').toString().replace("\r\n", "\n");
    }

    private static String summary(List<Verdict> verdicts) {
        double odds = verdicts.stream().mapToDouble(Verdict::falseAlarm).sum();
        return String.format(
                Locale.ROOT,
                "%d pass, %d fail, %d not judged; a right sampler fails with odds of %.0e",
                count(verdicts, Verdict.Outcome.PASS),
                count(verdicts, Verdict.Outcome.FAIL),
                count(verdicts, Verdict.Outcome.NOT_JUDGED),
                odds);
    }

    private static long count(List<Verdict> verdicts, Verdict.Outcome outcome) {
        return verdicts.stream().filter(each -> each.outcome() == outcome).count();
    }

    /// A document for each verdict.
    ///
    /// @param verdicts of one sampler
    /// @return `check`, `outcome`, `sentence`, `numbers`, `false-alarm`
    public static List<SequencedMap<String, Object>> documents(List<Verdict> verdicts) {
        return verdicts.stream().map(VerdictTable::document).toList();
    }

    private static SequencedMap<String, Object> document(Verdict verdict) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("check", verdict.check());
        document.put("outcome", verdict.outcome().word().toLowerCase(Locale.ROOT));
        document.put("sentence", verdict.sentence());
        document.put("numbers", verdict.numbers());
        document.put("false-alarm", verdict.falseAlarm());
        return document;
    }
}
