package org.sandglass.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.sandglass.compare.Group.Line;

/// The results of a comparison as tables: a row for each solver and grid, a column for each number of the budget; and
/// as one long table with a line for each error of each cell.
public final class CompareTable {
    private CompareTable() {}

    /// Plain text, aligned, a paragraph for each mixture and process.
    ///
    /// @param results what came of the comparison
    /// @return lines, each ending in a line break
    public static String text(CompareResults results) {
        StringBuilder out = new StringBuilder();
        for (Group group : results.groups()) {
            for (String error : group.shownErrors()) {
                ErrorTable table = ErrorTable.of(results, group, error);
                out.append(table.heading()).append('\n');
                append(out, rows(table));
                out.append('\n');
            }
        }
        legendLines(results).forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    /// The header and all rows.
    private static List<List<String>> rows(ErrorTable table) {
        List<List<String>> rows = new ArrayList<>(List.of(table.header()));
        table.rows()
                .forEach(row ->
                        rows.add(row.stream().map(ErrorTable.Entry::signed).toList()));
        return rows;
    }

    private static void append(StringBuilder out, List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int j = 0; j < columns; j++) {
                widths[j] = Math.max(widths[j], row.get(j).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < columns; j++) {
                String pad = " ".repeat(widths[j] - row.get(j).length());
                line.append(j == 0 ? "" : "  ").append(isName(rows, j) ? row.get(j) + pad : pad + row.get(j));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static boolean isName(List<List<String>> rows, int column) {
        return column == 0 || rows.getFirst().get(column).equals("grid");
    }

    /// Markdown with the same columns.
    ///
    /// @param results what came of the comparison
    /// @return a page
    public static String markdown(CompareResults results) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(results.title()).append("\n");
        for (Group group : results.groups()) {
            out.append("\n## ").append(group.title()).append('\n');
            group.shownErrors().forEach(error -> {
                ErrorTable table = ErrorTable.of(results, group, error);
                out.append('\n').append(table.heading()).append("\n\n");
                appendMarkdown(out, rows(table));
            });
        }
        out.append('\n');
        legendLines(results).forEach(line -> out.append("- ").append(line).append('\n'));
        return out.toString().replace("*", "\\*").replace("~", "\\~");
    }

    private static void appendMarkdown(StringBuilder out, List<List<String>> rows) {
        out.append("| ").append(String.join(" | ", rows.getFirst())).append(" |\n");
        out.append("|---".repeat(rows.getFirst().size())).append("|\n");
        rows.subList(1, rows.size())
                .forEach(row -> out.append("| ").append(String.join(" | ", row)).append(" |\n"));
    }

    /// A line for each error of each cell, with all digits.
    ///
    /// @param results what came of the comparison
    /// @return CSV with a header
    public static String csv(CompareResults results) {
        StringBuilder out = new StringBuilder("mixture,process,sampler,grid,steps,evaluations,seconds,outcome,"
                + "error,value,standard-error,floor,floor-standard-error\n");
        for (Group group : results.groups()) {
            for (Line line : group.lines()) {
                line.rows().forEach(row -> append(out, row));
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Row row) {
        Verdict verdict = row.verdict();
        String head = new StringJoiner(",")
                .add(row.mixture())
                .add(row.process())
                .add(row.solver())
                .add(row.grid())
                .add(row.steps() + "")
                .add(Row.whole(verdict.evaluations()) + "")
                .add(verdict.seconds() + "")
                .add(row.outcome())
                .toString();
        if (verdict.errors().isEmpty()) {
            out.append(head).append(",,,,,\n");
        }
        verdict.errors()
                .forEach((name, error) -> out.append(head)
                        .append(',')
                        .append(name)
                        .append(',')
                        .append(error.value())
                        .append(',')
                        .append(error.standardError())
                        .append(',')
                        .append(error.floor())
                        .append(',')
                        .append(error.floorStandardError())
                        .append('\n'));
    }

    /// What the signs and columns mean.
    ///
    /// @param results what came of the comparison
    /// @return sign or column to its meaning, without a full stop
    public static SequencedMap<String, String> legend(CompareResults results) {
        SequencedMap<String, String> legend = new LinkedHashMap<>();
        legend.put("*", "least of its column");
        legend.put("~", "no more than exact draws of the same size score");
        legend.put("evaluations and seconds", "of the last column");
        legend.put(
                "order",
                "of the error over the finest steps that are clearly above the floor (how many); of the distance to the"
                        + " exact flow where that is known and the law is not");
        legend.put("seconds", results.secondsAre());
        return legend;
    }

    private static List<String> legendLines(CompareResults results) {
        return legend(results).entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getKey().length() == 1 ? " " : ": ") + entry.getValue())
                .toList();
    }
}
