package org.sandglass.mixture;

/// One walk through a tree for one point: nearest boxes first, without those that hold nothing that matters.
///
/// Decisions depend on the point, the tree and the noise level alone.
final class TreeWalk {
    private static final int DEEPEST = 64;

    /// What is done at the leaves.
    interface Visitor {
        /// The log density below which a component does not matter, as far as is known now; only ever rises.
        double floor();

        /// Takes a leaf.
        ///
        /// @param block its block
        /// @param node its number
        /// @param squaredGap the squared distance of the point's shadow from its box
        /// @return whether to go on
        boolean block(int block, int node, double squaredGap);

        /// Whether blocks that matter as a whole may come to [#blocks] rather than one by one.
        boolean takesWhole();

        /// Takes a range of blocks, all components of which matter.
        ///
        /// @param from first block
        /// @param to one past the last
        /// @return whether to go on
        boolean blocks(int from, int to);
    }

    private final NoisyTree tree;
    private final Visitor visitor;
    private final double[] room;
    private final int[] node = new int[DEEPEST];
    private final int[] from = new int[DEEPEST];
    private final int[] to = new int[DEEPEST];
    private final double[] gap = new double[DEEPEST];
    private int depth;
    private double[] shadow = {};
    private int at;
    private double pad;

    TreeWalk(NoisyTree tree, Visitor visitor) {
        this.tree = tree;
        this.visitor = visitor;
        this.room = new double[tree.tree().width()];
    }

    /// Walks.
    ///
    /// @param shadow holds the shadow of the point
    /// @param at where it begins
    /// @param pad what to add to every limit
    /// @return false if the visitor stopped it
    boolean run(double[] shadow, int at, double pad) {
        depth = 0;
        this.shadow = shadow;
        this.at = at;
        this.pad = pad;
        enter(0, 0, tree.tree().blockCount(), gap(0));
        while (depth > 0) {
            depth--;
            double limit = limit(node[depth]);
            if (!(gap[depth] >= limit) && !visit(limit)) {
                return false;
            }
        }
        return true;
    }

    private double limit(int i) {
        return tree.limit(i, visitor.floor()) + pad;
    }

    private double gap(int i) {
        return tree.squaredGap(i, shadow, at, limit(i), room);
    }

    private boolean visit(double limit) {
        int i = node[depth];
        int first = from[depth];
        int last = to[depth];
        if (last - first == 1) {
            return visitor.block(first, i, gap[depth]);
        }
        if (visitor.takesWhole() && limit < Double.POSITIVE_INFINITY && tree.squaredReach(i, shadow, at) < limit) {
            return visitor.blocks(first, last);
        }
        int left = ComponentTree.leftBlocks(last - first);
        double gapLeft = gap(i + 1);
        double gapRight = gap(i + 2 * left);
        if (gapLeft <= gapRight) {
            enter(i + 2 * left, first + left, last, gapRight);
            enter(i + 1, first, first + left, gapLeft);
        } else {
            enter(i + 1, first, first + left, gapLeft);
            enter(i + 2 * left, first + left, last, gapRight);
        }
        return true;
    }

    private void enter(int number, int first, int last, double squaredGap) {
        if (!(squaredGap >= limit(number))) {
            push(number, first, last, squaredGap);
        }
    }

    private void push(int number, int first, int last, double squaredGap) {
        node[depth] = number;
        from[depth] = first;
        to[depth] = last;
        gap[depth] = squaredGap;
        depth++;
    }
}
