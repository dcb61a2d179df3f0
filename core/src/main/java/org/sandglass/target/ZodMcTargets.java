package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;

/// The three mixtures of ZOD-MC, with full covariances.
final class ZodMcTargets {
    private ZodMcTargets() {}

    static List<Target> all() {
        return List.of(one(), two(), five());
    }

    private static Target one() {
        return Target.of(
                        Publication.ZOD_MC,
                        "zod-mc-1d",
                        "three modes on a line",
                        "1d_gmm.yaml of commit aba4d7e: means -5, 0, 5, variance 1, weights 0.33 whose sum is 0.99",
                        Points.wrap(new double[] {-5, 0, 5}, 3, 1),
                        Spread.std(1))
                .weighted(ComponentWeights.weights(0.33, 0.33, 0.33))
                .unnormalised(StrictMath.log(0.99));
    }

    private static Target two() {
        return Target.of(
                        Publication.ZOD_MC,
                        "zod-mc-2d",
                        "four correlated modes of growing weight",
                        "2d_gmm.yaml of commit 30e21c8: weights 0.1, 0.2, 0.3, 0.4, full covariances",
                        Points.of(new double[] {0, 0}, new double[] {0, 11}, new double[] {9, 9}, new double[] {11, 0}),
                        Spread.covariances(1, 0.5, 0.5, 1, 0.3, -0.2, -0.2, 0.3, 1, 0.3, 0.3, 1, 1.2, -1, -1, 1.2))
                .weighted(ComponentWeights.weights(0.1, 0.2, 0.3, 0.4));
    }

    private static Target five() {
        double[] first = {3, 2, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};
        double[] second = {9, 0, 7, 0, 0, 0, 1, 0, 0, 0, 7, 0, 9, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};
        double[] third = {1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0, 3, 5, 0, 0, 0, 0, 0, 1};
        double[] all = new double[75];
        System.arraycopy(first, 0, all, 0, 25);
        System.arraycopy(second, 0, all, 25, 25);
        System.arraycopy(third, 0, all, 50, 25);
        return Target.of(
                        Publication.ZOD_MC,
                        "zod-mc-5d",
                        "three modes with block covariances",
                        "5d_gmm.yaml of commit 416089e: weights 0.25, 0.5, 0.25",
                        Points.of(
                                new double[] {-10, -10, -10, -10, -10},
                                new double[] {10, 10, 10, 10, 10},
                                new double[] {-10, -10, -10, 10, 10}),
                        Spread.covariances(all))
                .weighted(ComponentWeights.weights(0.25, 0.5, 0.25));
    }
}
