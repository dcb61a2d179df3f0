package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;

/// The six mixtures of sde_sampler, in 32 bits.
final class SdeSamplerTargets {
    private SdeSamplerTargets() {}

    static List<Target> all() {
        return List.of(
                scattered("gmm40-sde-sampler", "fab", 40),
                heart(),
                dist(),
                grid(),
                circle(),
                scattered("sde-sampler-fab", "fab, the same as gmm40-sde-sampler", 40),
                scattered("sde-sampler-multi", "multi", 80));
    }

    private static Target of(String name, String title, String details, Points means, float std) {
        return Target.of(Publication.SDE_SAMPLER, name, title, details, means, Spread.std(std))
                .inFloat32();
    }

    private static Target scattered(String name, String called, int n) {
        return Target.of(
                        Publication.SDE_SAMPLER,
                        name,
                        Text.scattered(n, -n, n, 2),
                        called + ": torch seed 42 in float32, not FAB's 0, std softplus(1)",
                        FabTargets.means(42, n, 2, n),
                        Spread.std(FabTargets.softplus(1)))
                .inFloat32();
    }

    private static Target heart() {
        double[][] places = {{-0.5, -0.25}, {0, -1}, {0.5, -0.25}, {-1, 0.5}, {-0.5, 1}, {0, 0.5}, {0.5, 1}, {1, 0.5}};
        double[] means = new double[16];
        for (int i = 0; i < 16; i++) {
            means[i] = 1.5 * places[i / 2][i % 2];
        }
        return of(
                "sde-sampler-heart",
                "eight modes in the shape of a heart",
                "heart: in float32, std 1/8",
                Points.wrap(means, 8, 2),
                0.125f);
    }

    private static Target dist() {
        return of(
                "sde-sampler-dist",
                "five modes at growing distances",
                "dist: in float32, std sqrt(0.2)",
                Points.of(
                        new double[] {0, 0},
                        new double[] {2, 0},
                        new double[] {0, 3},
                        new double[] {-4, 0},
                        new double[] {0, -5}),
                (float) Math.sqrt(0.2));
    }

    private static Target grid() {
        return of(
                "sde-sampler-grid",
                "a 3 x 3 grid with spacing 5",
                "grid: in float32, means {-5, 0, 5}^2, std sqrt(0.3)",
                Layouts.grid(2, -5, 0, 5),
                (float) Math.sqrt(0.3));
    }

    /// The angles are rounded to 32 bits before the cosine, so no mode is quite where the formula says.
    private static Target circle() {
        double[] means = new double[16];
        for (int k = 1; k <= 8; k++) {
            float angle = (float) (2 * Math.PI) * k / 8;
            means[2 * k - 2] = 4f * (float) StrictMath.cos(angle);
            means[2 * k - 1] = 4f * (float) StrictMath.sin(angle);
        }
        return of(
                "sde-sampler-circle",
                "eight modes on a circle of radius 4",
                "circle: in float32, angles 2 pi k/8, k = 1 ... 8, std sqrt(0.3)",
                Points.wrap(means, 8, 2),
                (float) Math.sqrt(0.3));
    }
}
