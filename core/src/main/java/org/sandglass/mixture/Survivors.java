package org.sandglass.mixture;

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

    private final NoisyTree noisy;
    private final ComponentTree tree;
    private final TreeWalk walk;
    private final PointComponents components;
    private final int mostEvaluated;
    private final int mostCollected;
    private final int[] positions;
    private final double[] terms;
    private final PointShadow shadow;
    private final double[] distances = new double[BLOCK];
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
        this.shadow = new PointShadow(noisy);
        this.mostCollected = mostEvaluated * (shadow.hasFine() ? TO_THIN_OUT : 1);
        this.positions = new int[mostCollected + mostCollected / 8 + 2 * BLOCK];
        this.terms = Scratch.take(positions.length);
    }

    /// Finds the survivors for the point that the components have turned to.
    ///
    /// @return false if there are too many
    boolean find(double[] x, int from, int d) {
        shadow.cast(x, from, d);
        floor = Double.NEGATIVE_INFINITY;
        nearest = Double.POSITIVE_INFINITY;
        count = 0;
        evaluated = 0;
        if (!walk.run(shadow.numbers(), 0, shadow.pad())) {
            return false;
        }
        thinOut();
        if (shadow.hasFine() && count > FEW) {
            shadow.castFine(x, from);
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

    /// Their terms to base 2, which the caller may overwrite.
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
        double limit = noisy.limit(node, floor) + shadow.pad();
        if (shadow.distances(block, limit, distances)) {
            collect(block * BLOCK, tree.blockSize(block), limit);
        }
        return count + BLOCK <= positions.length || thinOut() <= mostCollected;
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
        return !(squaredDistance >= noisy.limit(tree.leaves()[position / BLOCK], floor) + shadow.pad());
    }

    /// Replaces the squared distances of shadows by those of finer ones.
    private void refine() {
        for (int i = 0; i < count; i++) {
            terms[i] = shadow.finer(positions[i], terms[i]);
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
        floor = Math.max(floor, term / BlockKernel.LOG2_E - NoisyTree.DEPTH);
        return term;
    }
}
