package org.sandglass.compare;

import java.util.List;
import java.util.Optional;

/// What was found out about the solvers of one case.
///
/// @param mixture the name of the mixture
/// @param process the name of the process
/// @param components of the mixture
/// @param dimension of the points
/// @param headline the error that tables and figures show
/// @param lines one for each solver and grid
record Group(String mixture, String process, int components, int dimension, String headline, List<Line> lines) {
    /// Copies the list.
    Group {
        lines = List.copyOf(lines);
    }

    /// A solver on grids of one kind.
    ///
    /// @param solver the name of the solver
    /// @param grid the name of the grid
    /// @param stochastic whether it draws random numbers
    /// @param rows in order of work
    /// @param order measured over the finest of them
    record Line(String solver, String grid, boolean stochastic, List<Row> rows, MeasuredOrder order) {
        /// Copies the list.
        Line {
            rows = List.copyOf(rows);
        }

        boolean has(String error) {
            return rows.stream().anyMatch(row -> row.has(error));
        }

        Optional<Row> at(int asked) {
            return rows.stream().filter(row -> row.asked() == asked).findFirst();
        }
    }

    /// Mixture and process.
    String title() {
        return mixture + ", " + process;
    }

    /// Whether several grids have to be told apart.
    boolean severalGrids() {
        return lines.stream().map(Line::grid).distinct().count() > 1;
    }

    /// The errors that are shown: the headline, and the distance to the exact flow where it is known.
    List<String> shownErrors() {
        boolean flow = lines.stream().anyMatch(line -> line.has(DrawingJudge.TO_FLOW));
        return flow ? List.of(headline, DrawingJudge.TO_FLOW) : List.of(headline);
    }

    /// The least error of a column.
    double best(String error, int asked) {
        return lines.stream()
                .flatMap(line -> line.at(asked).stream())
                .flatMap(row -> row.find(error).stream())
                .mapToDouble(ErrorValue::value)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }
}
