package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.specification.CompareSpec.Named;

/// A process, and the grids on which solvers are compared. Immutable.
public final class GridChoice {
    private final String name;
    private final ProcessSpec process;
    private final List<Named<GridSpec>> grids;

    GridChoice(String name, ProcessSpec process, List<Named<GridSpec>> grids) {
        this.name = name;
        this.process = process;
        this.grids = List.copyOf(grids);
    }

    /// The name of the process.
    ///
    /// @return unique in its comparison
    public String name() {
        return name;
    }

    /// How data turn into noise.
    ///
    /// @return the process
    public ProcessSpec process() {
        return process;
    }

    /// The names of its grids.
    ///
    /// @return in the order of the file
    public List<String> grids() {
        return grids.stream().map(Named::name).toList();
    }

    /// The types of its grids.
    ///
    /// @return as in `log-snr`, in the order of the file
    public List<String> gridTypes() {
        return grids.stream().map(named -> named.value().type()).toList();
    }

    /// The times of a grid.
    ///
    /// @param grid the name of one of them
    /// @param solver what goes through it, which may not start where its coefficients are infinite
    /// @param steps how many steps
    /// @param finale what happens at its end
    /// @return the times, with one more step where the finale says so
    /// @throws InputException if there is no such grid of that many steps
    public TimeGrid grid(String grid, SolverSpec solver, int steps, Finale finale) {
        GridSpec spec = grids.stream()
                .filter(named -> named.name().equals(grid))
                .findFirst()
                .orElseThrow()
                .value();
        return finale.completed(spec.grid(process, solver, steps), process.schedule());
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("process", process.toDocument());
        document.put("grids", grids.stream().map(GridChoice::toDocument).toList());
        return document;
    }

    private static SequencedMap<String, Object> toDocument(Named<GridSpec> grid) {
        SequencedMap<String, Object> document = grid.value().toDocument();
        document.putFirst("name", grid.name());
        return document;
    }
}
