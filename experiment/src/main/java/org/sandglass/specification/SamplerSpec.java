package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.schedule.TimeGrid;

/// A sampler as data.
///
/// @param name tells it from the others and names its file
/// @param type the rule of a step
/// @param grid the times it goes through
/// @param eta the share of noise in DDIM, 0 for the deterministic rule and 1 for the ancestral one
/// @param denoise whether the posterior mean is taken after the last time
/// @param trajectory which states are kept
/// @param gridDocument how the grid is written back
public record SamplerSpec(
        String name,
        SamplerType type,
        TimeGrid grid,
        double eta,
        boolean denoise,
        TrajectorySpec trajectory,
        SequencedMap<String, Object> gridDocument) {
    static final List<String> FINALS = List.of("none", "denoise");

    /// What samplers take from the experiment unless they say otherwise.
    record Defaults(ProcessSpec process, GridSpec grid, boolean denoise, TrajectorySpec trajectory) {}

    static SamplerSpec read(Node node, Defaults defaults, SamplerNames names) {
        Node typeNode = node.isText() ? node : node.get("type");
        SamplerType type = SamplerType.find(typeNode.text())
                .orElseThrow(() -> typeNode.error("must be one of " + String.join(", ", SamplerType.names()) + ", got "
                        + typeNode.shown()
                        + Nearest.of(typeNode.text(), SamplerType.names())
                                .map(n -> "; did you mean \"" + n + "\"?")
                                .orElse("")));
        if (node.isText()) {
            throw node.error("needs steps: write {type: " + type.word() + ", steps: 50}");
        }
        node.known(
                type == SamplerType.DDIM
                        ? List.of("type", "steps", "name", "grid", "eta", "final", "trajectory")
                        : List.of("type", "steps", "name", "grid", "final", "trajectory"));
        GridSpec gridSpec =
                node.find("grid").map(g -> GridSpec.read(g, defaults.process())).orElse(defaults.grid());
        TimeGrid grid = gridSpec.grid(defaults.process(), type, steps(node, gridSpec));
        return new SamplerSpec(
                names.next(node, type.word() + "-" + grid.steps()),
                type,
                grid,
                node.find("eta").map(SamplerSpec::eta).orElse(0.0),
                node.find("final").map(f -> f.word(FINALS).equals("denoise")).orElse(defaults.denoise()),
                node.find("trajectory").map(TrajectorySpec::read).orElse(defaults.trajectory()),
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

    private static double eta(Node node) {
        double eta = node.finite();
        if (!(eta >= 0 && eta <= 1)) {
            throw node.wanted("between 0 and 1");
        }
        return eta;
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", type.word());
        document.put("steps", grid.steps());
        document.put("name", name);
        if (type == SamplerType.DDIM) {
            document.put("eta", eta);
        }
        document.put("grid", gridDocument);
        document.put("final", denoise ? "denoise" : "none");
        document.put("trajectory", trajectory.toDocument());
        return document;
    }
}
