package org.sandglass.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All named targets.
public final class Targets {
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
    /// @return an unmodifiable list, its numbers drawn anew
    public static List<Target> all() {
        return Arrays.stream(TargetGroup.values())
                .flatMap(group -> group.targets().stream())
                .toList();
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
        return Arrays.stream(TargetGroup.values())
                .flatMap(group -> group.names().stream())
                .toList();
    }

    /// A target by its name.
    ///
    /// @param name exactly as in [#names()]
    /// @return the target, if there is one of that name
    public static Optional<Target> find(String name) {
        for (TargetGroup group : TargetGroup.values()) {
            int place = group.names().indexOf(name);
            if (place >= 0) {
                return Optional.of(group.targets().get(place));
            }
        }
        return Optional.empty();
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
