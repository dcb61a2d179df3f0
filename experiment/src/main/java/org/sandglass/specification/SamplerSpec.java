package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.schedule.TimeGrid;

/// A sampler as data.
///
/// @param name tells it from the others and names its file
/// @param solver the rule of a step
/// @param steps how many steps of the grid were asked for
/// @param grid the times it goes through, with the last one that `finale` may add
/// @param finale what happens after the last time of the grid
/// @param trajectory which states are kept
/// @param guidance how it learns of a measurement
/// @param gridDocument how the grid is written back
public record SamplerSpec(
        String name,
        SolverSpec solver,
        int steps,
        TimeGrid grid,
        Finale finale,
        TrajectorySpec trajectory,
        Guidance guidance,
        SequencedMap<String, Object> gridDocument) {
    private static final List<String> KEYS = List.of("steps", "name", "grid", "final", "trajectory", "guidance");

    /// What samplers take from the experiment unless they say otherwise.
    record Defaults(ProcessSpec process, GridSpec grid, Finale finale, TrajectorySpec trajectory, boolean measured) {}

    static SamplerSpec read(Node node, Defaults defaults, Names names) {
        SolverSpec solver = SolverSpec.read(node, KEYS);
        String word = solver.type().word();
        if (node.isText()) {
            throw node.error("needs steps: write {type: " + word + ", steps: 50}");
        }
        GridSpec gridSpec =
                node.find("grid").map(g -> GridSpec.read(g, defaults.process())).orElse(defaults.grid());
        TimeGrid grid = gridSpec.grid(defaults.process(), solver, steps(node, gridSpec));
        Finale finale = node.find("final").map(Finale::read).orElse(defaults.finale());
        return new SamplerSpec(
                names.next(node, word + "-" + grid.steps()),
                solver,
                grid.steps(),
                finale.completed(grid, defaults.process().schedule()),
                finale,
                node.find("trajectory").map(TrajectorySpec::read).orElse(defaults.trajectory()),
                node.find("guidance")
                        .map(g -> Guidance.read(g, defaults.measured(), solver))
                        .orElse(Guidance.EXACT),
                gridSpec.toDocument(grid));
    }

    private static int steps(Node node, GridSpec grid) {
        int listed = grid.times().size() - 1;
        if (!grid.type().equals("list")) {
            return node.get("steps").count(1);
        }
        int steps = node.find("steps").map(s -> s.count(1)).orElse(listed);
        if (steps != listed) {
            throw node.get("steps").error("must be " + listed + " as the grid's list of times has, got " + steps);
        }
        return steps;
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", solver.type().word());
        document.put("steps", steps);
        document.put("name", name);
        document.putAll(solver.settings());
        document.put("grid", gridDocument);
        document.put("final", finale.word());
        document.put("trajectory", trajectory.toDocument());
        return document;
    }
}
