package org.sandglass.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.sandglass.compare.Group.Line;
import org.sandglass.specification.Budget;

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
                out.append(heading(results, group, error)).append('\n');
                append(out, rows(results, group, error));
                out.append('\n');
            }
        }
        legend(results).forEach(line -> out.append(line).append('\n'));
        return out.toString();
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
        out.append("# ").append(title(results)).append("\n");
        for (Group group : results.groups()) {
            out.append("\n## ").append(group.title()).append('\n');
            group.shownErrors().forEach(error -> {
                out.append('\n').append(heading(results, group, error)).append("\n\n");
                appendMarkdown(out, rows(results, group, error));
            });
        }
        out.append('\n');
        legend(results).forEach(line -> out.append("- ").append(line).append('\n'));
        return out.toString().replace("*", "\\*").replace("~", "\\~");
    }

    private static void appendMarkdown(StringBuilder out, List<List<String>> rows) {
        out.append("| ").append(String.join(" | ", rows.getFirst())).append(" |\n");
        out.append("|---".repeat(rows.getFirst().size())).append("|\n");
        rows.subList(1, rows.size())
                .forEach(row -> out.append("| ").append(String.join(" | ", row)).append(" |\n"));
    }

    private static String title(CompareResults results) {
        return results.spec().title().isEmpty()
                ? "Samplers compared"
                : results.spec().title();
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
                .add(outcome(row))
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

    private static String outcome(Row row) {
        return row.verdict().failure().isEmpty() ? "done" : row.diverged() ? "diverged" : "fails";
    }

    private static String heading(CompareResults results, Group group, String name) {
        String floor = group.lines().stream()
                .flatMap(line -> line.rows().stream())
                .flatMap(row -> row.find(name).stream())
                .filter(error -> error.standardError() > 0 && error.floor() > 0 && !name.equals(DrawingJudge.TO_FLOW))
                .max(Comparator.comparingDouble(ErrorValue::floor))
                .map(error -> "; exact draws score " + Shown.number(error.floor()) + " ± "
                        + Shown.number(error.floorStandardError()))
                .orElse("");
        return group.title() + " (K = " + group.components() + ", D = " + group.dimension() + "): " + shown(name)
                + " by " + results.spec().budget().word() + floor;
    }

    private static String shown(String error) {
        return error.equals(DrawingJudge.TO_FLOW) ? "distance to the exact flow (" + error + ")" : error;
    }

    private static List<List<String>> rows(CompareResults results, Group group, String error) {
        boolean grids = group.severalGrids();
        Budget budget = results.spec().budget();
        List<String> header = new ArrayList<>(List.of("sampler"));
        if (grids) {
            header.add("grid");
        }
        String least = budget instanceof Budget.Evaluations ? "≤ " : "";
        budget.numbers().forEach(number -> header.add(least + number));
        header.addAll(List.of("evaluations", "order", "seconds"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        group.lines().stream()
                .filter(line -> error.equals(group.headline()) || line.has(error))
                .forEach(line -> rows.add(row(group, line, error, budget, grids)));
        return rows;
    }

    private static List<String> row(Group group, Line line, String error, Budget budget, boolean grids) {
        List<String> row = new ArrayList<>(List.of(line.solver()));
        if (grids) {
            row.add(line.grid());
        }
        budget.numbers().forEach(number -> row.add(cell(group, line, error, number)));
        Optional<Verdict> last = line.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(line.rows().getLast().verdict());
        row.add(last.map(verdict -> Shown.count(verdict.evaluations())).orElse("-"));
        row.add(Shown.order(line.order()));
        row.add(last.map(verdict -> Shown.seconds(verdict.seconds())).orElse("-"));
        return row;
    }

    private static String cell(Group group, Line line, String name, int asked) {
        Optional<Row> there = line.at(asked);
        if (there.isEmpty()) {
            return "";
        }
        Row row = there.get();
        if (row.verdict().failure().isPresent()) {
            return outcome(row);
        }
        return row.find(name)
                .map(error -> (row.isUpperBound() ? "≤ " : "")
                        + Shown.number(error.value())
                        + (error.isAtFloor() ? "~" : error.value() == group.best(name, asked) ? "*" : ""))
                .orElse("-");
    }

    private static List<String> legend(CompareResults results) {
        List<String> lines = new ArrayList<>();
        lines.add("* least of its column; ~ no more than exact draws of the same size score"
                + "; evaluations and seconds: of the last column");
        lines.add("order: of the error over the finest steps that are clearly above the floor (how many); of the"
                + " distance to the exact flow where that is known and the law is not");
        lines.add("seconds: " + results.secondsAre());
        return lines;
    }
}
