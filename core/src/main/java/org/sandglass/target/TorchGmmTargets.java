package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;

/// The mixtures of torchGMM's page and tests.
final class TorchGmmTargets {
    private TorchGmmTargets() {}

    static List<Target> all() {
        return List.of(twoModes(), first(), second());
    }

    private static Target twoModes() {
        return Target.of(
                        Publication.TORCHGMM,
                        "two-modes",
                        "two modes in the plane, the right one heavier",
                        "README: weights 0.3 and 0.7, means (-2, 0) and (2, 0), std 0.5",
                        Points.of(new double[] {-2, 0}, new double[] {2, 0}),
                        Spread.std(0.5))
                .weighted(ComponentWeights.weights(0.3, 0.7));
    }

    private static Target first() {
        return Target.of(
                        Publication.TORCHGMM,
                        "torchgmm-three-a",
                        "three modes on a line",
                        "sampling tests: means -2, 0, 2, stds 0.3, 0.3, 0.2, weights 0.33, 0.5, 0.17",
                        Points.wrap(new double[] {-2, 0, 2}, 3, 1),
                        Spread.stds(0.3, 0.3, 0.2))
                .weighted(ComponentWeights.weights(0.33, 0.5, 0.17));
    }

    private static Target second() {
        return Target.of(
                        Publication.TORCHGMM,
                        "torchgmm-three-b",
                        "three modes on a line, the other one of the batch",
                        "sampling tests: means -1.5, 0.5, 2.5, stds 0.2, 0.4, 0.3, weights 0.25, 0.5, 0.25",
                        Points.wrap(new double[] {-1.5, 0.5, 2.5}, 3, 1),
                        Spread.stds(0.2, 0.4, 0.3))
                .weighted(ComponentWeights.weights(0.25, 0.5, 0.25));
    }
}
