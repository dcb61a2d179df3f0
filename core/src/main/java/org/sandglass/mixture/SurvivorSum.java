package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.linalg.Points;

/// Sums over the components that survive the bounds, evaluated one at a time.
///
/// The walk collects positions whose shadows are near, and evaluates only the nearest shadow so far, to raise the
/// floor; the others are evaluated afterwards, if the floor as it is then still lets them through. The point is
/// given up once a sixteenth of the components are in.
final class SurvivorSum implements PointSum, TreeWalk.Visitor {
    /// One component in so many may survive: beyond that the dense evaluation, which shares its loads between
    /// points, is faster.
    private static final int ONE_IN = 16;

    private final ArrayOps ops = ArrayOps.get();
    private final NoisyTree noisy;
    private final ComponentTree tree;
    private final TreeWalk walk;
    private final PointComponents components;
    private final int[] positions;
    private final double[] terms;
    private final double[] shadow;
    private final double[] distances = new double[ComponentTree.BLOCK];
    private final double[] scoreSum;
    private final double[] meanSum;
    private double pad;
    private double floor;
    private double nearest;
    private int count;
    private int evaluated;
    private double max;
    private double sum;

    SurvivorSum(NoisyMixture law, NoisyTree noisy, boolean score, boolean posteriorMean) {
        this.noisy = noisy;
        this.tree = noisy.tree();
        this.walk = new TreeWalk(noisy);
        this.components = new PointComponents(law);
        this.positions = new int[Math.max(tree.size() / ONE_IN, ComponentTree.BLOCK) + ComponentTree.BLOCK];
        this.terms = new double[positions.length];
        this.shadow = new double[tree.width()];
        this.scoreSum = new double[score ? law.prior().d() : 0];
        this.meanSum = new double[posteriorMean ? law.prior().d() : 0];
    }

    @Override
    public boolean find(Points points, int row) {
        int d = points.d();
        double[] x = points.data();
        components.at(x, row * d);
        tree.shadows().cast(x, row * d, noisy.scale(), shadow, 0);
        pad = noisy.pad(Math.sqrt(ops.dot(x, row * d, x, row * d, d)));
        floor = Double.NEGATIVE_INFINITY;
        nearest = Double.POSITIVE_INFINITY;
        count = 0;
        evaluated = 0;
        return walk.run(shadow, 0, pad, this) && weigh();
    }

    @Override
    public double floor() {
        return floor;
    }

    @Override
    public boolean takesWhole() {
        return false;
    }

    @Override
    public boolean blocks(int from, int to) {
        throw new IllegalStateException("takes one block at a time");
    }

    @Override
    public boolean block(int block, int node, double squaredGap) {
        int n = tree.blockSize(block);
        int first = block * ComponentTree.BLOCK;
        double limit = noisy.limit(node, floor) + pad;
        ops.squaredDistances(
                shadow,
                0,
                tree.width(),
                noisy.scale(),
                tree.blocks(),
                tree.blockAt(block),
                ComponentTree.BLOCK,
                distances,
                0,
                n);
        int near = -1;
        for (int i = 0; i < n; i++) {
            if (!(distances[i] >= limit)) {
                positions[count] = first + i;
                terms[count] = distances[i];
                count++;
            }
            if (distances[i] < nearest) {
                nearest = distances[i];
                near = i;
            }
        }
        if (near >= 0) {
            raise(term(first + near));
        }
        return count + ComponentTree.BLOCK <= positions.length || compact();
    }

    /// Leaves out what the floor of now no longer lets through; false if more than half of the room is needed.
    private boolean compact() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (survives(positions[i], terms[i])) {
                positions[kept] = positions[i];
                terms[kept++] = terms[i];
            }
        }
        count = kept;
        return 2 * count <= positions.length;
    }

    private boolean survives(int position, double squaredDistance) {
        int node = tree.leaves()[position / ComponentTree.BLOCK];
        return !(squaredDistance >= noisy.limit(node, floor) + pad);
    }

    private double term(int position) {
        evaluated++;
        return components.term(tree.order()[position]);
    }

    private void raise(double term) {
        floor = Math.max(floor, term - NoisyTree.DEPTH);
    }

    /// Evaluates the survivors and turns their terms into weights relative to the largest.
    private boolean weigh() {
        int kept = 0;
        max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (survives(positions[i], terms[i])) {
                double term = term(positions[i]);
                positions[kept] = positions[i];
                terms[kept++] = term;
                max = Math.max(max, term);
                raise(term);
            }
        }
        count = kept;
        if (!(max > -FarTies.FAR)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            terms[i] -= max;
        }
        ops.exp(terms, 0, terms, 0, count);
        sum = ops.sum(terms, 0, count);
        return true;
    }

    @Override
    public boolean store(int row, Outputs out) {
        double least = sum * NEGLIGIBLE / count;
        Arrays.fill(scoreSum, 0);
        Arrays.fill(meanSum, 0);
        for (int i = 0; i < count; i++) {
            if (terms[i] > least) {
                add(tree.order()[positions[i]], terms[i]);
            }
        }
        return PointSum.store(row, max, sum, scoreSum, meanSum, out);
    }

    private void add(int k, double weight) {
        if (scoreSum.length > 0) {
            components.addScore(k, weight, scoreSum);
        }
        if (meanSum.length > 0) {
            components.addMean(k, weight, meanSum);
        }
    }

    @Override
    public int evaluated() {
        return evaluated;
    }
}
