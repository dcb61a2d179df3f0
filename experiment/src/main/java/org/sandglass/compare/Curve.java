package org.sandglass.compare;

import java.util.List;
import org.sandglass.specification.SolverSpec;

/// A solver on grids of one kind, with more and more work.
///
/// @param name of the solver
/// @param solver the rule
/// @param grid name of the grid
/// @param cells in order of work, none if the least work is too much
record Curve(String name, SolverSpec solver, String grid, List<Cell> cells) {
    /// Copies the list.
    Curve {
        cells = List.copyOf(cells);
    }

    /// Whether it draws random numbers.
    boolean stochastic() {
        return cells.stream().anyMatch(cell -> cell.sampler().step().stochastic());
    }
}
