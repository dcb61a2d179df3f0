package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;

/// The weighted sums of `Cₖ⁻¹(x − aμₖ)` and of posterior means over blocks of round components, kept lane by lane
/// and added in the order of [ArrayOps#sum] at the end.
final class BlockVectors {
    private static final int BLOCK = ComponentTree.BLOCK;

    private final ArrayOps ops = ArrayOps.get();
    private final ComponentTree tree;
    private final double scale;
    private final RoundComponents components;
    private final int d;
    private final double[] weights = new double[BLOCK];
    private final double[] differences;
    private final double[] shifts;
    private final double[] means;
    private final double[] score;
    private final double[] mean;

    BlockVectors(NoisyTree noisy, RoundComponents components, boolean score, boolean posteriorMean) {
        this.tree = noisy.tree();
        this.scale = noisy.scale();
        this.components = components;
        this.d = tree.width();
        boolean shifted = posteriorMean && components.shifts();
        this.differences = new double[score || (shifted && components.shared()) ? d * BLOCK : 0];
        this.shifts = new double[shifted && !components.shared() ? d * BLOCK : 0];
        this.means = new double[posteriorMean ? d * BLOCK : 0];
        this.score = new double[score ? d : 0];
        this.mean = new double[posteriorMean ? d : 0];
    }

    /// `Σ wₖ Cₖ⁻¹(x − aμₖ)`, of length 0 if it is not asked for.
    double[] score() {
        return score;
    }

    /// `Σ wₖ (μₖ + aΣₖCₖ⁻¹(x − aμₖ))`, of length 0 if it is not asked for.
    double[] mean() {
        return mean;
    }

    /// Sums over some blocks.
    ///
    /// @param x holds the point
    /// @param from where it begins
    /// @param terms the weights, block after block
    /// @param blocks which blocks
    /// @param count how many
    void add(double[] x, int from, double[] terms, int[] blocks, int count) {
        Arrays.fill(differences, 0);
        Arrays.fill(shifts, 0);
        Arrays.fill(means, 0);
        if (components.shared()) {
            addDifferences(x, from, terms, blocks, count);
        } else {
            addScaledDifferences(x, from, terms, blocks, count);
        }
        addMeans(terms, blocks, count);
        total();
    }

    private void addDifferences(double[] x, int from, double[] terms, int[] blocks, int count) {
        for (int slot = 0; slot < count && differences.length > 0; slot++) {
            difference(x, from, terms, slot * BLOCK, blocks[slot], differences);
        }
    }

    private void addScaledDifferences(double[] x, int from, double[] terms, int[] blocks, int count) {
        for (int slot = 0; slot < count; slot++) {
            int n = tree.blockSize(blocks[slot]);
            if (differences.length > 0) {
                components.timesPrecision(blocks[slot] * BLOCK, n, terms, slot * BLOCK, weights);
                difference(x, from, weights, 0, blocks[slot], differences);
            }
            if (shifts.length > 0) {
                components.timesGain(blocks[slot] * BLOCK, n, terms, slot * BLOCK, weights);
                difference(x, from, weights, 0, blocks[slot], shifts);
            }
        }
    }

    private void difference(double[] x, int from, double[] w, int wFrom, int block, double[] lanes) {
        ops.addDifferences(
                w, wFrom, x, from, d, scale, tree.blocks(), tree.blockAt(block), BLOCK, lanes, tree.blockSize(block));
    }

    private void addMeans(double[] terms, int[] blocks, int count) {
        for (int slot = 0; slot < count && means.length > 0; slot++) {
            int at = tree.blockAt(blocks[slot]);
            int n = tree.blockSize(blocks[slot]);
            for (int j = 0; j < d; j++) {
                int row = j * BLOCK;
                ops.multiplyAdd(terms, slot * BLOCK, tree.blocks(), at + row, means, row, n);
            }
        }
    }

    private void total() {
        boolean shared = components.shared();
        for (int j = 0; j < score.length; j++) {
            score[j] = total(differences, j) * (shared ? components.precision(0) : 1);
        }
        for (int j = 0; j < mean.length; j++) {
            double shift = shared ? total(differences, j) * components.gain(0) : total(shifts, j);
            mean[j] = total(means, j) + shift;
        }
    }

    private double total(double[] lanes, int j) {
        return lanes.length == 0 ? 0 : ops.sum(lanes, j * BLOCK, BLOCK);
    }
}
