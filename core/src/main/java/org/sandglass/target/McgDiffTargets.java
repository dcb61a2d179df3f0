package org.sandglass.target;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.replica.TorchRandom;

/// The 25 modes of MCGDiff with its four measurements, and what TMPD and MGPS made of them.
public final class McgDiffTargets {
    private McgDiffTargets() {}

    static List<Target> all() {
        Tables tables = Tables.read("mcgdiff.txt");
        return List.of(
                measured(tables, "mcgdiff-8-1", 27, 1),
                measured(tables, "mcgdiff-8-2", 27, 2),
                measured(tables, "mcgdiff-8-4", 27, 4),
                measured(tables, "mcgdiff-8-1-seed-10", 10, 1),
                tmpd(8),
                tmpd(80),
                tmpd(800),
                mgps(2, 0));
    }

    private static Target measured(Tables tables, String name, int seed, int m) {
        String row = seed + "-" + m;
        double std = Math.sqrt(tables.get(row + "-variance")[0]);
        double[][] operator = Points.wrap(tables.get(row + "-operator"), m, 8).toRows();
        return Target.of(
                        Publication.MCGDIFF,
                        name,
                        "25 modes of random weight in 8 dimensions, seen in " + m,
                        "problem of torch seed " + seed + " in float32: means (-8i, -8j) repeated, identity covariance,"
                                + " weights randn(25)^2 normalised",
                        Layouts.twentyFive(-8, 8),
                        Spread.std(1))
                .inFloat32()
                .weighted(ComponentWeights.weights(tables.get(row + "-weights")))
                .measured(TargetMeasurement.of(operator, tables.get(row + "-outcome"), std));
    }

    private static Target tmpd(int d) {
        return Target.of(
                Publication.TMPD,
                "tmpd-" + d,
                "25 modes of equal weight in " + d + " dimensions",
                "gmm.py: means (-8i, -8j) repeated, identity covariance; its measurements are drawn anew per repeat",
                Layouts.twentyFive(-8, d),
                Spread.std(1));
    }

    /// The 25 modes of MGPS, whose weights are `rand(25)` normalised. The repository fixes no
    /// seed.
    ///
    /// @param dimension `D ≥ 2`, over which the two coordinates are repeated
    /// @param seed of torch
    /// @return the mixture; weights in 32 bits
    public static Target mgps(int dimension, long seed) {
        TorchRandom random = TorchRandom.ofSeed(seed);
        float[] drawn = new float[25];
        for (int k = 0; k < 25; k++) {
            drawn[k] = random.nextFloat();
        }
        float sum = sum(drawn);
        double[] weights = new double[25];
        Arrays.setAll(weights, k -> drawn[k] / sum);
        return Target.of(
                        Publication.MGPS,
                        "mgps-25",
                        "25 modes of random weight in " + dimension + " dimensions",
                        "gmm_25: means (8i, 8j) repeated, identity covariance, weights rand(25) normalised in float32 after torch"
                                + " seed " + seed + "; only this recipe is published, without a seed",
                        Layouts.twentyFive(8, dimension),
                        Spread.std(1))
                .inFloat32()
                .weighted(ComponentWeights.weights(weights));
    }

    /// As torch sums 25 numbers: the last one, then eight lanes of three.
    private static float sum(float[] numbers) {
        float sum = numbers[24];
        for (int lane = 0; lane < 8; lane++) {
            sum += numbers[lane] + numbers[lane + 8] + numbers[lane + 16];
        }
        return sum;
    }
}
