package org.sandglass.specification;

import static org.sandglass.specification.FamilyKey.count;
import static org.sandglass.specification.FamilyKey.key;
import static org.sandglass.specification.FamilyKey.seed;

import java.util.List;
import org.sandglass.specification.FamilyKey.Finite;
import org.sandglass.specification.FamilyKey.Positive;
import org.sandglass.specification.FamilyKey.Whole;
import org.sandglass.target.BoltzkitTargets;
import org.sandglass.target.DiffuseTables;
import org.sandglass.target.DiffuseTargets;
import org.sandglass.target.FabTargets;
import org.sandglass.target.JaxTargets;
import org.sandglass.target.McgDiffTargets;
import org.sandglass.target.PisTargets;

/// Published recipes with parameters: the named target is the member with the defaults.
final class PublishedFamilies {
    private static final FamilyKey DIMENSION = count("dimension", 2);
    private static final FamilyKey FORTY = count("components", 40);
    private static final FamilyKey LOCATION = new Positive("location-scaling", 40.0);
    private static final FamilyKey LOG_VAR = new Finite("log-var-scaling", 1.0);
    private static final FamilyKey STD = new Positive("std", 1.0);

    private static final List<TargetFamily> ALL = List.of(
            new TargetFamily(
                    "gmm40-fab",
                    "FAB's GMM with any parameters, torch",
                    v -> FabTargets.gmm(
                            v.whole("dimension"),
                            v.whole("components"),
                            v.number("location-scaling"),
                            v.number("log-var-scaling"),
                            v.seed()),
                    DIMENSION,
                    FORTY,
                    LOCATION,
                    LOG_VAR,
                    seed()),
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
                            v.seed()),
                    DIMENSION,
                    FORTY,
                    LOCATION,
                    STD,
                    seed()),
            new TargetFamily(
                    "pis-mg2d",
                    "MG2D of the path integral sampler with any number of modes",
                    v -> PisTargets.mg2d(v.whole("components")),
                    count("components", 3)),
            new TargetFamily(
                    "mgps-25",
                    "the 25 modes of MGPS after any torch seed",
                    v -> McgDiffTargets.mgps(v.whole("dimension"), v.seed()),
                    new Whole("dimension", 2, 2),
                    seed()),
            new TargetFamily(
                    "diffuse-simple",
                    "diffuse's init_simple_mixture with any JAX key",
                    v -> DiffuseTargets.simple(v.whole("dimension"), v.whole("components"), (int) v.seed()),
                    DIMENSION,
                    count("components", 3),
                    key(42)),
            new TargetFamily(
                    "diffuse-grid",
                    "diffuse's init_grid_mixture with any JAX key, K = per-axis^2",
                    v -> DiffuseTargets.grid(v.whole("dimension"), v.whole("per-axis"), (int) v.seed()),
                    new Whole("dimension", 2, 2),
                    new Whole("per-axis", 5, 2),
                    key(42)),
            new TargetFamily(
                    "diffuse-circular",
                    "diffuse's init_circular_setup with any JAX key",
                    v -> DiffuseTargets.circular(v.whole("components"), v.number("radius"), (int) v.seed()),
                    count("components", 6),
                    new Positive("radius", 1.0),
                    key(42)),
            new TargetFamily(
                    "diffuse-fixed",
                    "diffuse's init_fixed_mixture from the plane upwards",
                    v -> DiffuseTables.fixed(v.whole("dimension")),
                    new Whole("dimension", 2, 2)));

    private PublishedFamilies() {}

    static List<TargetFamily> all() {
        return ALL;
    }

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
                        (int) v.seed()),
                DIMENSION,
                FORTY,
                LOCATION,
                STD,
                key(0));
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
                        (int) v.seed()),
                DIMENSION,
                FORTY,
                LOCATION,
                LOG_VAR,
                key(0));
    }
}
