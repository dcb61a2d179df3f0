package org.sandglass.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sandglass.compare.Group.Line;
import org.sandglass.specification.Budget;

/// One error of a mixture under a process as a table: a row for each solver and grid, a column for each number of the
/// budget.
///
/// @param heading what it is of, and what exact draws score
/// @param header a name for each column; the first names the rows
/// @param rows as many entries each as the header has
public record ErrorTable(String heading, List<String> header, List<List<Entry>> rows) {
    /// Copies the lists.
    public ErrorTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A place in the table.
    ///
    /// @param text the number as people read it, or what happened
    /// @param error its standard error, as in `± 0.0012`; empty where there is none
    /// @param look what is to be seen of it
    public record Entry(String text, String error, Look look) {
        /// What is to be seen of a number.
        public enum Look {
            /// Nothing more.
            PLAIN(""),
            /// It is the least of its column.
            LEAST("*"),
            /// It is no more than what exact draws score.
            AT_FLOOR("~"),
            /// There is no number.
            FAILED("");

            private final String sign;

            Look(String sign) {
                this.sign = sign;
            }
        }

        /// The text with the sign that says how it looks.
        ///
        /// @return `0.0612*` for the least of its column, `0.0612~` at the floor
        public String signed() {
            return text + look.sign;
        }

        private static Entry of(String text) {
            return new Entry(text, "", Look.PLAIN);
        }
    }

    /// With the cost and the order of each line.
    static ErrorTable of(CompareResults results, Group group, String error) {
        return new Maker(results, group, error).whole();
    }

    /// The numbers alone.
    static ErrorTable numbers(CompareResults results, Group group, String error) {
        return new Maker(results, group, error).numbers();
    }

    /// A table in the making.
    private record Maker(CompareResults results, Group group, String error) {
        ErrorTable whole() {
            List<String> header = new ArrayList<>(header());
            header.addAll(List.of("evaluations", "order", "seconds"));
            return new ErrorTable(heading(), header, lines().map(this::whole).toList());
        }

        ErrorTable numbers() {
            return new ErrorTable(heading(), header(), lines().map(this::row).toList());
        }

        private Stream<Line> lines() {
            return group.lines().stream().filter(line -> error.equals(group.headline()) || line.has(error));
        }

        private String heading() {
            String floor = group.lines().stream()
                    .flatMap(line -> line.rows().stream())
                    .flatMap(row -> row.find(error).stream())
                    .filter(value ->
                            value.standardError() > 0 && value.floor() > 0 && !error.equals(DrawingJudge.TO_FLOW))
                    .max(Comparator.comparingDouble(ErrorValue::floor))
                    .map(value -> "; exact draws score " + Shown.number(value.floor()) + " ± "
                            + Shown.number(value.floorStandardError()))
                    .orElse("");
            return group.title() + " (K = " + group.components() + ", D = " + group.dimension() + "): "
                    + Shown.error(error) + " by " + budget().word() + floor;
        }

        private Budget budget() {
            return results.spec().budget();
        }

        private List<String> header() {
            List<String> header =
                    new ArrayList<>(group.severalGrids() ? List.of("sampler", "grid") : List.of("sampler"));
            String least = budget() instanceof Budget.Evaluations ? "≤ " : "";
            results.spec().columns().forEach(number -> header.add(least + number));
            return header;
        }

        private List<Entry> row(Line line) {
            List<Entry> row = new ArrayList<>(List.of(Entry.of(line.solver())));
            if (group.severalGrids()) {
                row.add(Entry.of(line.grid()));
            }
            results.spec()
                    .columns()
                    .forEach(number -> row.add(line.at(number).map(this::entry).orElse(Entry.of(""))));
            return row;
        }

        private List<Entry> whole(Line line) {
            List<Entry> row = row(line);
            Optional<Verdict> last = line.rows().isEmpty()
                    ? Optional.empty()
                    : Optional.of(line.rows().getLast().verdict());
            row.add(Entry.of(
                    last.map(verdict -> Shown.count(verdict.evaluations())).orElse("-")));
            row.add(Entry.of(Shown.order(line.order())));
            row.add(Entry.of(
                    last.map(verdict -> Shown.seconds(verdict.seconds())).orElse("-")));
            return row;
        }

        private Entry entry(Row row) {
            return row.verdict().failure().isPresent()
                    ? new Entry(row.outcome(), "", Entry.Look.FAILED)
                    : row.find(error).map(value -> entry(row, value)).orElse(Entry.of("-"));
        }

        private Entry entry(Row row, ErrorValue value) {
            String text = (row.isUpperBound() ? "≤ " : "") + Shown.number(value.value());
            String error = value.standardError() > 0 ? "± " + Shown.number(value.standardError()) : "";
            return new Entry(text, error, look(row, value));
        }

        private Entry.Look look(Row row, ErrorValue value) {
            if (value.isAtFloor()) {
                return Entry.Look.AT_FLOOR;
            }
            return value.value() == group.best(error, row.asked()) ? Entry.Look.LEAST : Entry.Look.PLAIN;
        }
    }
}
