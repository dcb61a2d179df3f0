package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;

/// Sums over whole blocks of round components in few dimensions, whose means lie transposed in the tree: lanes
/// run along the components of a block.
///
/// A leaf that may hold a nearer mean than was seen is evaluated when the walk comes to it, to raise the floor;
/// other leaves, and nodes that matter as a whole, are only noted, and evaluated at the end, relative to the
/// largest term of the walk. The point is given up once a quarter of the components are in. Each loop over blocks is a
/// method of its own, small enough for the compiler to keep vectors in registers.
final class BlockSum implements PointSum, TreeWalk.Visitor {
    private static final int BLOCK = ComponentTree.BLOCK;

    /// One component in so many may be evaluated: beyond that the dense evaluation is faster.
    private static final int ONE_IN = 4;

    private final ArrayOps ops = ArrayOps.get();
    private final NoisyTree noisy;
    private final ComponentTree tree;
    private final RoundComponents components;
    private final TreeWalk walk;
    private final BlockVectors vectors;
    private final int d;
    private final int[] blocks;
    private final double[] terms;
    private final double[] distances = new double[BLOCK];
    private final double[] maxLanes = new double[BLOCK];
    private final double[] sumLanes = new double[BLOCK];
    private double[] x = {};
    private int from;
    private double nearest;
    private double max;
    private double sum;
    private int count;
    private int done;

    BlockSum(NoisyTree noisy, RoundComponents components, boolean score, boolean posteriorMean) {
        this.noisy = noisy;
        this.tree = noisy.tree();
        this.components = components;
        this.walk = new TreeWalk(noisy, this);
        this.vectors = new BlockVectors(noisy, components, score, posteriorMean);
        this.d = tree.width();
        this.blocks = new int[tree.blockCount() / ONE_IN + 1];
        this.terms = Scratch.take(blocks.length * BLOCK);
    }

    @Override
    public boolean find(Points points, int row) {
        x = points.data();
        from = row * d;
        nearest = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        count = 0;
        done = 0;
        double norm = Math.sqrt(ops.dot(x, from, x, from, d));
        if (!walk.run(x, from, noisy.pad(norm)) || !(max > -FarTies.FAR)) {
            return false;
        }
        evaluateNoted();
        Arrays.fill(maxLanes, max);
        Arrays.fill(sumLanes, 0);
        ops.tiles().exponentials(terms, count, maxLanes, sumLanes, BLOCK);
        sum = ops.sum(sumLanes, 0, BLOCK);
        return sum < Double.POSITIVE_INFINITY;
    }

    @Override
    public double floor() {
        return max / BlockKernel.LOG2_E - NoisyTree.DEPTH;
    }

    @Override
    public boolean takesWhole() {
        return true;
    }

    /// Notes a leaf; those evaluated already stand before those only noted.
    @Override
    public boolean block(int block, int node, double squaredGap) {
        if (!blocks(block, block + 1)) {
            return false;
        }
        if (squaredGap < nearest) {
            blocks[count - 1] = blocks[done];
            blocks[done] = block;
            evaluate(done);
            raise();
            done++;
        }
        return true;
    }

    @Override
    public boolean blocks(int first, int last) {
        if (count + last - first > blocks.length) {
            return false;
        }
        for (int block = first; block < last; block++) {
            blocks[count++] = block;
        }
        return true;
    }

    /// Writes the terms of the block in a slot.
    private void evaluate(int slot) {
        int block = blocks[slot];
        int n = tree.blockSize(block);
        int to = slot * BLOCK;
        Arrays.fill(terms, to + n, to + BLOCK, Double.NEGATIVE_INFINITY);
        Arrays.fill(distances, 0);
        ops.addSquaredDistances(x, from, d, noisy.scale(), tree.blocks(), tree.blockAt(block), BLOCK, distances, 0, n);
        components.terms(block * BLOCK, n, distances, terms, to);
    }

    /// Learns from the block that was evaluated last.
    private void raise() {
        max = Math.max(max, ops.max(terms, done * BLOCK, BLOCK));
        for (int i = 0; i < tree.blockSize(blocks[done]); i++) {
            nearest = distances[i] < nearest ? distances[i] : nearest;
        }
    }

    private void evaluateNoted() {
        for (int slot = done; slot < count; slot++) {
            evaluate(slot);
        }
        done = count;
    }

    @Override
    public boolean store(int row, Outputs out) {
        vectors.add(x, from, terms, blocks, count);
        return PointSum.store(row, max, sum, vectors.score(), vectors.mean(), out);
    }

    @Override
    public int places() {
        return count * BLOCK;
    }

    @Override
    public int component(int place) {
        return tree.order()[blocks[place / BLOCK] * BLOCK + place % BLOCK];
    }

    @Override
    public double weight(int place) {
        return terms[place];
    }

    @Override
    public void release() {
        Scratch.give(terms);
    }

    @Override
    public int evaluated() {
        int evaluated = 0;
        for (int slot = 0; slot < done; slot++) {
            evaluated += tree.blockSize(blocks[slot]);
        }
        return evaluated;
    }
}
