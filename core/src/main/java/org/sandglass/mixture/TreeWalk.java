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
    private final double[] room;
    private final int[] node = new int[DEEPEST];
    private final int[] from = new int[DEEPEST];
    private final int[] to = new int[DEEPEST];
    private final double[] gap = new double[DEEPEST];
    private int depth;

    TreeWalk(NoisyTree tree) {
        this.tree = tree;
        this.room = new double[tree.tree().width()];
    }

    /// Walks.
    ///
    /// @param shadow holds the shadow of the point
    /// @param at where it begins
    /// @param pad what to add to every limit
    /// @param visitor takes the leaves
    /// @return false if the visitor stopped it
    boolean run(double[] shadow, int at, double pad, Visitor visitor) {
        depth = 0;
        push(0, 0, tree.tree().blockCount(), tree.squaredGap(0, shadow, at, room));
        while (depth > 0) {
            depth--;
            double limit = tree.limit(node[depth], visitor.floor()) + pad;
            if (!(gap[depth] >= limit) && !visit(shadow, at, limit, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(double[] shadow, int at, double limit, Visitor visitor) {
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
        double gapLeft = tree.squaredGap(i + 1, shadow, at, room);
        double gapRight = tree.squaredGap(i + 2 * left, shadow, at, room);
        if (gapLeft <= gapRight) {
            push(i + 2 * left, first + left, last, gapRight);
            push(i + 1, first, first + left, gapLeft);
        } else {
            push(i + 1, first, first + left, gapLeft);
            push(i + 2 * left, first + left, last, gapRight);
        }
        return true;
    }

    private void push(int number, int first, int last, double squaredGap) {
        node[depth] = number;
        from[depth] = first;
        to[depth] = last;
        gap[depth] = squaredGap;
        depth++;
    }
}
