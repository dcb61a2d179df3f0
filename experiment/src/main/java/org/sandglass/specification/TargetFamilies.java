package org.sandglass.specification;

import static org.sandglass.specification.FamilyKey.count;
import static org.sandglass.specification.FamilyKey.seed;

import java.util.List;
import java.util.Locale;
import org.sandglass.specification.FamilyKey.Finite;
import org.sandglass.specification.FamilyKey.Positive;
import org.sandglass.specification.FamilyKey.Range;
import org.sandglass.specification.FamilyKey.Sign;
import org.sandglass.specification.FamilyKey.Whole;
import org.sandglass.specification.FamilyKey.Word;
import org.sandglass.target.BoltzkitTargets;
import org.sandglass.target.DiffuseTables;
import org.sandglass.target.DiffuseTargets;
import org.sandglass.target.FabTargets;
import org.sandglass.target.JaxTargets;
import org.sandglass.target.McgDiffTargets;
import org.sandglass.target.PisTargets;
import org.sandglass.target.RandomMixture;
import org.sandglass.target.RegularMixtures;
import org.sandglass.target.Target;

/// The table of all families and their keys.
final class TargetFamilies {
    private static final FamilyKey DIMENSION = count("dimension", 2);
    private static final FamilyKey FORTY = count("components", 40);
    private static final FamilyKey LOCATION = new Positive("location-scaling", 40.0);
    private static final FamilyKey LOG_VAR = new Finite("log-var-scaling", 1.0);
    private static final FamilyKey STD = new Positive("std", 1.0);

    static final List<TargetFamily> ALL = List.of(
            new TargetFamily(
                    "isotropic-uniform",
                    "boltzkit's create_isotropic_uniform: means uniform in a box, numpy's PCG64",
                    v -> BoltzkitTargets.isotropicUniform(
                            v.whole("dimension"),
                            v.whole("components"),
                            v.from("range"),
                            v.to("range"),
                            v.number("std"),
                            v.whole("seed")),
                    FORTY,
                    DIMENSION,
                    new Range("range", List.of(-40.0, 40.0), Sign.ANY),
                    STD,
                    seed(0)),
            new TargetFamily(
                    "grid",
                    "a grid around the origin, K = per-axis^dimension",
                    v -> RegularMixtures.grid(
                            v.whole("dimension"), v.whole("per-axis"), v.number("spacing"), v.number("std")),
                    DIMENSION,
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
                    TargetFamilies::random,
                    count("components", 10),
                    DIMENSION,
                    new Range("range", List.of(-10.0, 10.0), Sign.ANY),
                    new Range("stds", List.of(0.5, 2.0), Sign.POSITIVE),
                    new Word("covariance", "full", List.of("isotropic", "diagonal", "full")),
                    new Word("weights", "random", List.of("equal", "random")),
                    seed(0)),
            new TargetFamily(
                    "gmm40-fab",
                    "FAB's GMM with any parameters, torch",
                    v -> FabTargets.gmm(
                            v.whole("dimension"),
                            v.whole("components"),
                            v.number("location-scaling"),
                            v.number("log-var-scaling"),
                            v.whole("seed")),
                    DIMENSION,
                    FORTY,
                    LOCATION,
                    LOG_VAR,
                    seed(0)),
            jax("gmm40-jax-legacy", JaxTargets.Version.LEGACY),
            jax("gmm40-jax", JaxTargets.Version.CURRENT),
            fabJax("gmm40-fab-jax-legacy", JaxTargets.Version.LEGACY),
            fabJax("gmm40-fab-jax", JaxTargets.Version.CURRENT),
            new TargetFamily(
                    "gmm40-boltzkit",
                    "boltzkit's create_gmm40 with any parameters, numpy's PCG64",
                    v -> BoltzkitTargets.gmm40(
                            v.whole("dimension"),
                            v.whole("components"),
                            v.number("location-scaling"),
                            v.number("std"),
                            v.whole("seed")),
                    DIMENSION,
                    FORTY,
                    LOCATION,
                    STD,
                    seed(0)),
            new TargetFamily(
                    "pis-mg2d",
                    "MG2D of the path integral sampler with any number of modes",
                    v -> PisTargets.mg2d(v.whole("components")),
                    count("components", 3)),
            new TargetFamily(
                    "mgps-25",
                    "the 25 modes of MGPS after any torch seed",
                    v -> McgDiffTargets.mgps(v.whole("seed")),
                    seed(0)),
            new TargetFamily(
                    "diffuse-simple",
                    "diffuse's init_simple_mixture with any JAX key",
                    v -> DiffuseTargets.simple(v.whole("dimension"), v.whole("components"), v.whole("seed")),
                    DIMENSION,
                    count("components", 3),
                    seed(42)),
            new TargetFamily(
                    "diffuse-grid",
                    "diffuse's init_grid_mixture with any JAX key, K = per-axis^2",
                    v -> DiffuseTargets.grid(v.whole("dimension"), v.whole("per-axis"), v.whole("seed")),
                    new Whole("dimension", 2, 2),
                    new Whole("per-axis", 5, 2),
                    seed(42)),
            new TargetFamily(
                    "diffuse-circular",
                    "diffuse's init_circular_setup with any JAX key",
                    v -> DiffuseTargets.circular(v.whole("components"), v.number("radius"), v.whole("seed")),
                    count("components", 6),
                    new Positive("radius", 1.0),
                    seed(42)),
            new TargetFamily(
                    "diffuse-fixed",
                    "diffuse's init_fixed_mixture from the plane upwards",
                    v -> DiffuseTables.fixed(v.whole("dimension")),
                    new Whole("dimension", 2, 2)));

    private TargetFamilies() {}

    private static TargetFamily jax(String name, JaxTargets.Version version) {
        return new TargetFamily(
                name,
                "gaussian_mixture40 of the JAX benchmarks with any parameters",
                v -> JaxTargets.gmm(
                        version,
                        v.whole("dimension"),
                        v.whole("components"),
                        v.number("location-scaling"),
                        v.number("std"),
                        v.whole("seed")),
                DIMENSION,
                FORTY,
                LOCATION,
                STD,
                seed(0));
    }

    private static TargetFamily fabJax(String name, JaxTargets.Version version) {
        return new TargetFamily(
                name,
                "GMM of fab-jax with any parameters",
                v -> JaxTargets.fabGmm(
                        version,
                        v.whole("dimension"),
                        v.whole("components"),
                        v.number("location-scaling"),
                        v.number("log-var-scaling"),
                        v.whole("seed")),
                DIMENSION,
                FORTY,
                LOCATION,
                LOG_VAR,
                seed(0));
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
                        v.whole("seed"))
                .target();
    }
}
