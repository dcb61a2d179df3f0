package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;

/// The shadow of one point, and its squared distances from those of the components. Reused from point to point.
final class PointShadow {
    private static final int BLOCK = ComponentTree.BLOCK;

    private final ArrayOps ops = ArrayOps.get();
    private final NoisyTree noisy;
    private final ComponentTree tree;
    private final double[] shadow;
    private final double[] fine;
    private final double[] room;
    private double pad;

    PointShadow(NoisyTree noisy) {
        this.noisy = noisy;
        this.tree = noisy.tree();
        this.shadow = new double[tree.width()];
        this.fine = new double[tree.shadows().fineWidth()];
        this.room = new double[fine.length];
    }

    /// Turns to the point at `x[from, from + d)`.
    void cast(double[] x, int from, int d) {
        tree.shadows().cast(x, from, noisy.scale(), shadow, 0);
        pad = noisy.pad(Math.sqrt(ops.dot(x, from, x, from, d)));
    }

    /// Turns to the finer shadow of the same point, if there is one.
    void castFine(double[] x, int from) {
        tree.shadows().castFine(x, from, noisy.scale(), shadow, 0, fine, 0);
    }

    boolean hasFine() {
        return fine.length > 0;
    }

    /// The numbers of the shadow.
    double[] numbers() {
        return shadow;
    }

    /// What its inexactness adds to every limit.
    double pad() {
        return pad;
    }

    /// Writes the squared distances from the shadows of a block.
    ///
    /// @return false if the first coordinates put all of them beyond the limit already
    boolean distances(int block, double limit, double[] out) {
        int n = tree.blockSize(block);
        int first = Math.min(NoisyTree.FIRST, shadow.length);
        Arrays.fill(out, 0);
        add(0, first, block, n, out);
        if (noneBelow(limit, out, n)) {
            return false;
        }
        add(first, shadow.length - first, block, n, out);
        return true;
    }

    private void add(int first, int coordinates, int block, int n, double[] out) {
        int at = tree.blockAt(block) + first * BLOCK;
        ops.addSquaredDistances(shadow, first, coordinates, noisy.scale(), tree.blocks(), at, BLOCK, out, 0, n);
    }

    private static boolean noneBelow(double limit, double[] distances, int n) {
        for (int i = 0; i < n; i++) {
            if (!(distances[i] >= limit)) {
                return false;
            }
        }
        return true;
    }

    /// The squared distance of the finer shadows, from that of the others.
    double finer(int position, double squaredDistance) {
        double rest = Math.fma(-noisy.scale(), tree.firstCoordinate(position), shadow[0]);
        ops.difference(fine, 0, noisy.scale(), tree.fine(), position * fine.length, room, 0, fine.length);
        return squaredDistance + (ops.dot(room, 0, room, 0, fine.length) - rest * rest);
    }
}
