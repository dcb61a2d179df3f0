package org.sandglass.specification;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.format.InputException;
import org.sandglass.schedule.NoiseSchedule;

/// Which figures an experiment asks for.
public sealed interface FigureChoice {
    /// What suits the experiment.
    record Usual() implements FigureChoice {}

    /// These.
    ///
    /// @param figures in order, none twice; empty for none
    record Named(List<FigureSpec> figures) implements FigureChoice {
        /// Copies the list.
        public Named {
            figures = List.copyOf(figures);
        }

        /// Refuses figures of what the experiment does not have.
        FigureChoice requireShowable(Node root) {
            for (FigureSpec figure : figures) {
                if (figure.kind().ofSamplers() && !root.has("samplers")) {
                    throw lacking(root, figure, "samplers");
                }
                if (figure.kind() == FigureKind.POSTERIOR && !root.has("measurement")) {
                    throw lacking(root, figure, "measurement");
                }
            }
            return this;
        }

        private static InputException lacking(Node root, FigureSpec figure, String key) {
            return root.get("figures").error("ask for " + figure.kind().word() + ", which needs the key " + key);
        }
    }

    /// Reads a list of names and mappings.
    ///
    /// @param node the value of the key
    /// @param schedule of the process, within which times are
    /// @return the choice
    /// @throws org.sandglass.format.InputException if a name is unknown or stands twice
    static Named read(Node node, NoiseSchedule schedule) {
        List<FigureSpec> figures = node.items().stream()
                .map(item -> FigureSpec.read(item, schedule))
                .toList();
        if (figures.stream().map(FigureSpec::kind).distinct().count() < figures.size()) {
            throw node.error("must name each figure once");
        }
        return new Named(figures);
    }

    /// The figures of an experiment.
    ///
    /// @param space what its points are to the eye
    /// @param sampled whether it has samplers
    /// @param measured whether it has a measurement
    /// @return in the order of the file
    default List<FigureSpec> in(Space space, boolean sampled, boolean measured) {
        return switch (this) {
            case Named(List<FigureSpec> figures) -> figures;
            case Usual() ->
                usual(space, sampled, measured).stream().map(FigureSpec::of).toList();
        };
    }

    private static List<FigureKind> usual(Space space, boolean sampled, boolean measured) {
        List<FigureKind> kinds = new ArrayList<>();
        if (measured) {
            kinds.add(FigureKind.POSTERIOR);
        }
        if (!sampled) {
            kinds.addAll(List.of(FigureKind.DENSITY, FigureKind.DIFFUSION));
            return kinds;
        }
        kinds.addAll(
                switch (space) {
                    case LINE -> List.of(FigureKind.MARGINALS, FigureKind.TRAJECTORIES);
                    case PLANE -> List.of(FigureKind.SAMPLES, FigureKind.TRAJECTORIES, FigureKind.EVOLUTION);
                    case PAIRS -> List.of(FigureKind.MARGINALS);
                    case IMAGES -> List.of(FigureKind.SAMPLES, FigureKind.TRAJECTORIES);
                });
        kinds.addAll(List.of(FigureKind.MODES, FigureKind.ERRORS));
        return kinds;
    }
}
