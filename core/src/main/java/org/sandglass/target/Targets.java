package org.sandglass.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All named targets.
public final class Targets {
    private static final List<Target> ALL = Stream.of(
                    TorchGmmTargets.all(),
                    FabTargets.all(),
                    JaxTargets.all(),
                    BoltzkitTargets.all(),
                    GfnTargets.all(),
                    PisTargets.all(),
                    SdeSamplerTargets.all(),
                    DdsTargets.all(),
                    ZodMcTargets.all(),
                    McgDiffTargets.all(),
                    DiffuseTargets.all(),
                    TutorialTargets.all())
            .flatMap(List::stream)
            .toList();

    private static final List<OtherTarget> OTHERS = List.of(
            new OtherTarget(
                    "student-t-mixture",
                    Publication.BEYOND_ELBOS,
                    "ten Student t components with 2 degrees of freedom",
                    "its components are Student t laws of infinite variance"),
            new OtherTarget(
                    "dds-toy-rings",
                    Publication.DDS,
                    "four concentric rings",
                    "its density spreads along rings, which no finite number of Gaussians does"));

    private Targets() {}

    /// Every target, publication by publication.
    ///
    /// @return an unmodifiable list
    public static List<Target> all() {
        return ALL;
    }

    /// Published targets that are no mixtures of Gaussians.
    ///
    /// @return an unmodifiable list
    public static List<OtherTarget> others() {
        return OTHERS;
    }

    /// The names of all targets.
    ///
    /// @return in the same order
    public static List<String> names() {
        return ALL.stream().map(Target::name).toList();
    }

    /// A target by its name.
    ///
    /// @param name exactly as in [#names()]
    /// @return the target, if there is one of that name
    public static Optional<Target> find(String name) {
        return ALL.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /// A target that is no mixture, by its name.
    ///
    /// @param name exactly as in [#others()]
    /// @return what is known of it, if there is one of that name
    public static Optional<OtherTarget> findOther(String name) {
        return OTHERS.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /// Targets that a name leaves open: `gmm40` names at least six different mixtures in the literature.
    ///
    /// @param name what was asked for
    /// @return the names that begin with it and a dash
    public static List<String> variants(String name) {
        return names().stream().filter(full -> full.startsWith(name + "-")).toList();
    }
}
