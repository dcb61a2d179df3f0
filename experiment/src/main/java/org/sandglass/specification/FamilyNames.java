package org.sandglass.specification;

import java.util.List;

/// The names of all families, so that a name that is none needs no look into their tables.
final class FamilyNames {
    static final List<String> OWN = List.of("isotropic-uniform", "grid", "ring", "random");

    static final List<String> PUBLISHED = List.of(
            "gmm40-fab",
            "gmm40-jax-legacy",
            "gmm40-jax",
            "gmm40-fab-jax-legacy",
            "gmm40-fab-jax",
            "gmm40-boltzkit",
            "pis-mg2d",
            "mgps-25",
            "diffuse-simple",
            "diffuse-grid",
            "diffuse-circular",
            "diffuse-fixed");

    private FamilyNames() {}
}
