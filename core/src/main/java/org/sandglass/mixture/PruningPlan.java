package org.sandglass.mixture;

import java.util.Optional;

/// Whether a mixture is pruned, and by which tree. A mixture that is another one under noise shares its tree, as
/// that of `scale·x₀ + noise·z`. Immutable.
///
/// @param pruning whether
/// @param tree of the mixture that was not noised, made when first asked for
/// @param scale how much its means are scaled here, 1 if they are the same
/// @param noise the standard deviation that was added
record PruningPlan(Pruning pruning, Lazy<ComponentTree> tree, double scale, double noise) {
    /// With fewer components it takes longer to find those that matter than to ask all.
    static final int LEAST_COMPONENTS = 512;

    /// The plan of a mixture with a tree of its own.
    static PruningPlan own(Pruning pruning, GaussianMixture mixture) {
        return new PruningPlan(pruning, new Lazy<>(() -> TreeBuilder.build(mixture)), 1, 0);
    }

    PruningPlan with(Pruning other) {
        return new PruningPlan(other, tree, scale, noise);
    }

    /// The plan of the law of `a·x + b·z`.
    PruningPlan underNoise(double a, double b) {
        return new PruningPlan(pruning, tree, a * scale, Covariance.combine(a, noise, b));
    }

    /// The tree of a mixture that has this plan, for the law of `a·x + b·z`, if there is anything to prune.
    Optional<NoisyTree> at(GaussianMixture mixture, double a, double b) {
        if (pruning == Pruning.OFF || mixture.k() < LEAST_COMPONENTS || a == 0) {
            return Optional.empty();
        }
        ComponentTree made = tree.get();
        boolean meansStandInTree = scale == 1 && made.shadows().isExact();
        Optional<RoundComponents> round = meansStandInTree && RoundComponents.fit(mixture)
                ? Optional.of(new RoundComponents(made, mixture, a, b))
                : Optional.empty();
        PruningPlan there = underNoise(a, b);
        return NoisyTree.of(made, there.scale(), there.noise(), mixture.d(), round);
    }
}
