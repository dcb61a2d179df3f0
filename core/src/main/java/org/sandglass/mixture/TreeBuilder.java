package org.sandglass.mixture;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Builds a [ComponentTree]; costs `O(Kd)` for the shadows and `O(K log K)` for their order.
final class TreeBuilder {
    private static final int BLOCK = ComponentTree.BLOCK;

    private final GaussianMixture mixture;
    private final Shadows shadows;
    private final int width;
    private final double[] cast;
    private final int[] order;
    private final double[] blocks;
    private final int[] leaves;
    private final NodeBounds bounds;

    private TreeBuilder(GaussianMixture mixture) {
        this.mixture = mixture;
        this.shadows = Shadows.of(mixture.means());
        this.width = shadows.width();
        this.cast = castAll();
        this.order = IntStream.range(0, mixture.k())
                .filter(k -> mixture.logWeight(k) > Double.NEGATIVE_INFINITY)
                .toArray();
        Halving.sort(cast, width, order, BLOCK);
        int count = (order.length + BLOCK - 1) / BLOCK;
        this.blocks = new double[Math.multiplyExact(count, width * BLOCK)];
        this.leaves = new int[count];
        this.bounds = new NodeBounds(mixture, order.length, 2 * count - 1, width);
    }

    /// The tree of a mixture.
    static ComponentTree build(GaussianMixture mixture) {
        TreeBuilder builder = new TreeBuilder(mixture);
        builder.fill(0, 0, builder.leaves.length);
        double[] binaryLogWeights = Arrays.stream(builder.order)
                .mapToDouble(k -> mixture.logWeight(k) * BlockKernel.LOG2_E)
                .toArray();
        return new ComponentTree(
                builder.shadows,
                builder.order,
                binaryLogWeights,
                builder.blocks,
                builder.castFine(),
                builder.leaves,
                builder.bounds,
                Spread.of(builder.cast, builder.width, builder.order));
    }

    private double[] castAll() {
        double[] out = new double[Math.multiplyExact(mixture.k(), width)];
        for (int k = 0; k < mixture.k(); k++) {
            shadows.cast(mixture.means().data(), k * mixture.d(), 1, out, k * width);
        }
        return out;
    }

    private double[] castFine() {
        int fine = shadows.fineWidth();
        double[] means = mixture.means().data();
        double[] out = new double[Math.multiplyExact(order.length, fine)];
        for (int p = 0; p * fine < out.length; p++) {
            int k = order[p];
            shadows.castFine(means, k * mixture.d(), 1, cast, k * width, out, p * fine);
        }
        return out;
    }

    private void fill(int node, int from, int to) {
        if (to - from == 1) {
            fillLeaf(node, from);
            return;
        }
        int left = ComponentTree.leftBlocks(to - from);
        fill(node + 1, from, from + left);
        fill(node + 2 * left, from + left, to);
        bounds.join(node, node + 1, node + 2 * left);
    }

    private void fillLeaf(int node, int block) {
        leaves[block] = node;
        bounds.clear(node);
        int first = block * BLOCK;
        for (int p = first; p < Math.min(order.length, first + BLOCK); p++) {
            int row = order[p] * width;
            bounds.include(node, order[p], cast, row);
            for (int j = 0; j < width; j++) {
                blocks[(block * width + j) * BLOCK + p - first] = cast[row + j];
            }
        }
    }
}
