package org.sandglass.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sandglass.metric.Comparison;
import org.sandglass.metric.Estimate;

/// Results as a plain-text table for people.
public final class ResultTable {
    private static final List<String> HEADER =
            List.of("sampler", "evaluations", "seconds", "sliced W1", "exact draws", "mode-mass error", "exact draws");

    private ResultTable() {}

    /// A header, a rule and a line per sampler: score evaluations, seconds, sliced W1 and mode-mass error,
    /// each beside what exact draws of the same size score.
    ///
    /// @param results what came of each sampler
    /// @return lines, each ending in a line break; none without samplers
    public static String text(List<SamplerResult> results) {
        if (results.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        results.forEach(result -> rows.add(row(result)));
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], row.get(j).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < widths.length; j++) {
                String format = "%" + (j == 0 ? "-" : "") + widths[j] + "s";
                line.append(j == 0 ? "" : "  ").append(String.format(Locale.ROOT, format, row.get(j)));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static List<String> row(SamplerResult result) {
        Optional<Comparison> distance = result.metric("sliced-w1");
        Optional<Comparison> modes = result.metric("mode-weights");
        return List.of(
                result.name(),
                evaluations(result.evaluations()),
                String.format(Locale.ROOT, "%.2f", result.seconds()),
                shown(distance.map(Comparison::points)),
                shown(distance.map(Comparison::floor)),
                shown(modes.map(Comparison::points)),
                shown(modes.map(Comparison::floor)));
    }

    private static String evaluations(double count) {
        return count == Math.rint(count) ? Long.toString((long) count) : String.format(Locale.ROOT, "%.1f", count);
    }

    private static String shown(Optional<Estimate> estimate) {
        return estimate.map(e -> String.format(Locale.ROOT, "%.4f ± %.4f", e.value(), e.standardError()))
                .orElse("-");
    }
}
