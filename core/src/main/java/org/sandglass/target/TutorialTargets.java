package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;

/// Mixtures of pages that teach diffusion.
final class TutorialTargets {
    private TutorialTargets() {}

    static List<Target> all() {
        return List.of(symmetric11(), threeClusters());
    }

    private static Target symmetric11() {
        return Target.of(
                Publication.TUTORIALS,
                "symmetric-11",
                "eleven modes on a circle of radius 10",
                "Bach Do, A gentle intro to diffusion models: GaussianMixture.symmetric_2D(nmodes=11, std=1, scale=10)",
                Layouts.circle(11, 10, 0),
                Spread.std(1));
    }

    private static Target threeClusters() {
        return Target.of(
                Publication.TUTORIALS,
                "ddpm-three-clusters",
                "three anisotropic clusters of equal weight",
                "DDPM on a mixture of Gaussians, the law of its 300 points: the page has 100 of each",
                Points.of(new double[] {0, 0}, new double[] {6, 6}, new double[] {-4, 5}),
                Spread.covariances(1, 0.5, 0.5, 1, 1.5, -0.7, -0.7, 1.5, 0.8, 0, 0, 2));
    }
}
