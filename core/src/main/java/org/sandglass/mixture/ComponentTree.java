package org.sandglass.mixture;

/// The components of a mixture in a binary tree of boxes over the shadows of their means.
///
/// Components of weight 0 are left out; the others stand in an order in which each node is a range. Leaves are
/// blocks of [#BLOCK] components (the last may have fewer). Nodes are numbered in preorder: the left child of
/// node `i` is `i + 1`, the right one `i + 2·(blocks of the left)`. Means are not copied, but for their shadows.
/// Immutable; [TreeBuilder] makes it.
///
/// @param shadows how points cast shadows
/// @param order `order[p]` is the component at position `p`
/// @param binaryLogWeights `log₂ w` by position
/// @param blocks shadows of the means, transposed in each block: coordinate `j` at position `32b + i` is
///     `blocks[(b·width + j)·32 + i]`
/// @param fine the finer shadows by position, row by row, empty if there are none
/// @param leaves `leaves[b]` is the node that block `b` is
/// @param bounds what is known about each node
/// @param spread how far the shadows of two means are apart
@SuppressWarnings("ArrayRecordComponent") // the arrays belong to the tree; never compared
record ComponentTree(
        Shadows shadows,
        int[] order,
        double[] binaryLogWeights,
        double[] blocks,
        double[] fine,
        int[] leaves,
        NodeBounds bounds,
        Spread spread) {
    /// Components in a leaf.
    static final int BLOCK = 32;

    /// How many components have weight.
    int size() {
        return order.length;
    }

    int width() {
        return shadows.width();
    }

    /// The first coordinate of the shadow at a position.
    double firstCoordinate(int position) {
        return blocks[blockAt(position / BLOCK) + position % BLOCK];
    }

    /// How many leaves there are.
    int blockCount() {
        return (order.length + BLOCK - 1) / BLOCK;
    }

    /// How many components block `b` has.
    int blockSize(int b) {
        return Math.min(BLOCK, order.length - b * BLOCK);
    }

    /// Where the numbers of block `b` begin in [#blocks()].
    int blockAt(int b) {
        return b * width() * BLOCK;
    }

    /// How many of the `blocks` blocks of a node its left child has.
    static int leftBlocks(int blocks) {
        return (blocks + 1) >> 1;
    }
}
