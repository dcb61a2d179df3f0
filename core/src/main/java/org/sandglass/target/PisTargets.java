package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;

/// The mixtures of the path integral sampler.
public final class PisTargets {
    private PisTargets() {}

    static List<Target> all() {
        return List.of(fun(), mg2d(3), ou());
    }

    private static Target fun() {
        return Target.of(
                Publication.PIS,
                "pis-fun",
                "a 3 x 3 grid with spacing 5",
                "Fun: means {-5, 0, 5}^2, std sqrt(0.3)",
                Layouts.grid(2, -5, 0, 5),
                Spread.std(Math.sqrt(0.3)));
    }

    /// `MG2D(nmode)`: modes on a circle of radius 3 whose turn is `2·3.14`, so that it does not quite close.
    ///
    /// @param components `K ≥ 1`
    /// @return the mixture; cosines and sines may differ from numpy's in the last bit
    public static Target mg2d(int components) {
        double step = 2 * 3.14 / components;
        double[] means = new double[2 * components];
        for (int k = 0; k < components; k++) {
            means[2 * k] = 3 * StrictMath.cos(k * step);
            means[2 * k + 1] = 3 * StrictMath.sin(k * step);
        }
        return Target.of(
                Publication.PIS,
                "pis-mg2d",
                components + " modes on a circle of radius 3",
                "MG2D: angles 2*3.14*k/" + components + " (not pi), std 0.45",
                Points.wrap(means, components, 2),
                Spread.std(0.45));
    }

    private static Target ou() {
        return Target.of(
                Publication.PIS,
                "pis-ou",
                "three modes on a line",
                "OUGaussianMixture: means -1, 0, 1, std 0.15",
                Points.wrap(new double[] {-1, 0, 1}, 3, 1),
                Spread.std(0.15));
    }
}
