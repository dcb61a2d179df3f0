package org.sandglass.specification;

import static org.sandglass.specification.FamilyKey.count;
import static org.sandglass.specification.FamilyKey.seed;

import java.util.List;
import java.util.Locale;
import org.sandglass.specification.FamilyKey.Finite;
import org.sandglass.specification.FamilyKey.Positive;
import org.sandglass.specification.FamilyKey.Range;
import org.sandglass.specification.FamilyKey.Sign;
import org.sandglass.specification.FamilyKey.Word;
import org.sandglass.target.BoltzkitTargets;
import org.sandglass.target.RandomMixture;
import org.sandglass.target.RegularMixtures;
import org.sandglass.target.Target;

/// Families that bear no published target's name.
final class OwnFamilies {
    private static final List<TargetFamily> ALL = List.of(
            new TargetFamily(
                    "isotropic-uniform",
                    "boltzkit's create_isotropic_uniform: means uniform in a box, numpy's PCG64",
                    v -> BoltzkitTargets.isotropicUniform(
                            v.whole("dimension"),
                            v.whole("components"),
                            v.from("range"),
                            v.to("range"),
                            v.number("std"),
                            v.seed()),
                    count("components", 40),
                    count("dimension", 2),
                    new Range("range", List.of(-40.0, 40.0), Sign.ANY),
                    new Positive("std", 1.0),
                    seed()),
            new TargetFamily(
                    "grid",
                    "a grid around the origin, K = per-axis^dimension",
                    v -> RegularMixtures.grid(
                            v.whole("dimension"), v.whole("per-axis"), v.number("spacing"), v.number("std")),
                    count("dimension", 2),
                    count("per-axis", 3),
                    new Positive("spacing", 5.0),
                    new Positive("std", 0.5)),
            new TargetFamily(
                    "ring",
                    "modes on a circle in the plane, the first at the angle phase in radians",
                    v -> RegularMixtures.ring(
                            v.whole("components"), v.number("radius"), v.number("std"), v.number("phase")),
                    count("components", 8),
                    new Positive("radius", 4.0),
                    new Positive("std", 0.5),
                    new Finite("phase", 0.0)),
            new TargetFamily(
                    "random",
                    "random places, widths, axes and weights from Sandglass's own streams",
                    OwnFamilies::random,
                    count("components", 10),
                    count("dimension", 2),
                    new Range("range", List.of(-10.0, 10.0), Sign.ANY),
                    new Range("stds", List.of(0.5, 2.0), Sign.POSITIVE),
                    new Word("covariance", "full", List.of("isotropic", "diagonal", "full")),
                    new Word("weights", "random", List.of("equal", "random")),
                    seed()));

    private OwnFamilies() {}

    static List<TargetFamily> all() {
        return ALL;
    }

    private static Target random(FamilyValues v) {
        return new RandomMixture(
                        v.whole("dimension"),
                        v.whole("components"),
                        v.from("range"),
                        v.to("range"),
                        v.from("stds"),
                        v.to("stds"),
                        RandomMixture.Shape.valueOf(v.word("covariance").toUpperCase(Locale.ROOT)),
                        RandomMixture.Weights.valueOf(v.word("weights").toUpperCase(Locale.ROOT)),
                        v.seed())
                .target();
    }
}
