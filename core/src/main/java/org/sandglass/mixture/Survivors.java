package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;

/// The components whose shadows are too near a point's to be left out, and their terms.
///
/// The walk collects positions whose shadows are near, and evaluates only the nearest shadow so far, to raise the
/// floor. Afterwards the floor is higher and the shadows may be finer; what both still let through is evaluated.
/// The point is given up once too many are in.
final class Survivors implements TreeWalk.Visitor {
    private static final int BLOCK = ComponentTree.BLOCK;

    /// One component in so many may be evaluated: beyond that the dense evaluation, which shares its loads between
    /// points, is faster.
    private static final int ONE_IN = 16;

    /// So many times more may be collected if there are finer shadows to thin them out.
    private static final int TO_THIN_OUT = 2;

    /// A finer shadow of the point takes as long as so many terms.
    private static final int FEW = 16;

    private final ArrayOps ops = ArrayOps.get();
    private final NoisyTree noisy;
    private final ComponentTree tree;
    private final TreeWalk walk;
    private final PointComponents components;
    private final int mostEvaluated;
    private final int mostCollected;
    private final int[] positions;
    private final double[] terms;
    private final double[] shadow;
    private final double[] fine;
    private final double[] room;
    private final double[] distances = new double[BLOCK];
    private double pad;
    private double floor;
    private double nearest;
    private double largest;
    private int count;
    private int evaluated;

    Survivors(NoisyTree noisy, PointComponents components) {
        this.noisy = noisy;
        this.tree = noisy.tree();
        this.walk = new TreeWalk(noisy, this);
        this.components = components;
        this.mostEvaluated = Math.max(tree.size() / ONE_IN, BLOCK);
        this.fine = new double[tree.shadows().fineWidth()];
        this.room = new double[fine.length];
        this.mostCollected = mostEvaluated * (fine.length > 0 ? TO_THIN_OUT : 1);
        this.positions = new int[mostCollected + mostCollected / 8 + 2 * BLOCK];
        this.terms = Scratch.take(positions.length);
        this.shadow = new double[tree.width()];
    }

    /// Finds the survivors for the point that the components have turned to.
    ///
    /// @return false if there are too many
    boolean find(double[] x, int from, int d) {
        tree.shadows().cast(x, from, noisy.scale(), shadow, 0);
        pad = noisy.pad(Math.sqrt(ops.dot(x, from, x, from, d)));
        floor = Double.NEGATIVE_INFINITY;
        nearest = Double.POSITIVE_INFINITY;
        count = 0;
        evaluated = 0;
        if (!walk.run(shadow, 0, pad)) {
            return false;
        }
        thinOut();
        if (fine.length > 0 && count > FEW) {
            tree.shadows().castFine(x, from, noisy.scale(), shadow, 0, fine, 0);
            refine();
            thinOut();
        }
        if (count > mostEvaluated) {
            return false;
        }
        evaluateAll();
        return true;
    }

    /// How many survivors there are.
    int count() {
        return count;
    }

    /// Where they stand in the tree.
    int[] positions() {
        return positions;
    }

    /// Their terms `lₖ`, which the caller may overwrite.
    double[] terms() {
        return terms;
    }

    /// The largest term, −∞ if none is a number.
    double largest() {
        return largest;
    }

    /// How many components were evaluated for the point.
    int evaluated() {
        return evaluated;
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
        double limit = noisy.limit(node, floor) + pad;
        if (measure(block, limit)) {
            collect(block * BLOCK, tree.blockSize(block), limit);
        }
        return count + BLOCK <= positions.length || thinOut() <= mostCollected;
    }

    /// The squared distances of the shadows in a block; false if the first coordinates put all of them beyond the
    /// limit.
    private boolean measure(int block, double limit) {
        int n = tree.blockSize(block);
        int first = Math.min(NoisyTree.FIRST, tree.width());
        Arrays.fill(distances, 0);
        add(0, first, block, n);
        if (noneBelow(limit, n)) {
            return false;
        }
        add(first, tree.width() - first, block, n);
        return true;
    }

    private void add(int first, int coordinates, int block, int n) {
        int at = tree.blockAt(block) + first * BLOCK;
        ops.addSquaredDistances(shadow, first, coordinates, noisy.scale(), tree.blocks(), at, BLOCK, distances, 0, n);
    }

    private boolean noneBelow(double limit, int n) {
        for (int i = 0; i < n; i++) {
            if (!(distances[i] >= limit)) {
                return false;
            }
        }
        return true;
    }

    private void collect(int first, int n, double limit) {
        int near = -1;
        for (int i = 0; i < n; i++) {
            if (!(distances[i] >= limit)) {
                positions[count] = first + i;
                terms[count++] = distances[i];
            }
            if (distances[i] < nearest) {
                nearest = distances[i];
                near = i;
            }
        }
        if (near >= 0) {
            evaluate(first + near);
        }
    }

    /// Leaves out what the floor of now no longer lets through, and says how many stay.
    private int thinOut() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (survives(positions[i], terms[i])) {
                positions[kept] = positions[i];
                terms[kept++] = terms[i];
            }
        }
        count = kept;
        return count;
    }

    private boolean survives(int position, double squaredDistance) {
        return !(squaredDistance >= noisy.limit(tree.leaves()[position / BLOCK], floor) + pad);
    }

    /// Replaces the squared distances of shadows by those of finer ones.
    private void refine() {
        for (int i = 0; i < count; i++) {
            int p = positions[i];
            double rest = Math.fma(-noisy.scale(), tree.firstCoordinate(p), shadow[0]);
            ops.difference(fine, 0, noisy.scale(), tree.fine(), p * fine.length, room, 0, fine.length);
            terms[i] += ops.dot(room, 0, room, 0, fine.length) - rest * rest;
        }
    }

    /// Replaces the squared distances that still matter by terms.
    private void evaluateAll() {
        int kept = 0;
        largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (survives(positions[i], terms[i])) {
                double term = evaluate(positions[i]);
                positions[kept] = positions[i];
                terms[kept++] = term;
                largest = Math.max(largest, term);
            }
        }
        count = kept;
    }

    /// The term at a position, which raises the floor.
    private double evaluate(int position) {
        evaluated++;
        double term = components.term(tree.order()[position]);
        floor = Math.max(floor, term - NoisyTree.DEPTH);
        return term;
    }
}
