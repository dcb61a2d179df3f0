package org.sandglass.fit;

import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.arrayops.Table;
import org.sandglass.arrayops.TileOps;
import org.sandglass.linalg.Points;

/// Squared Euclidean distances of rows from centres, tile by tile.
final class Distances {
    private Distances() {}

    /// What is done with a row's distances: that from centre `c` is `t[c·lanes + lane]`.
    interface Use {
        void of(int row, double[] t, int lane, int lanes);
    }

    static void forEach(Points points, int from, int to, Points centres, Use use) {
        int d = points.d();
        int m = centres.n();
        int lanes = TileOps.LANES;
        TileOps ops = ArrayOps.forWork((long) (to - from) * m * d).tiles();
        Table table = Table.rowMajor(centres.data(), d);
        double[] x = Scratch.take(d * lanes);
        double[] t = Scratch.take(m * lanes);
        for (int start = from; start < to; start += lanes) {
            int live = Math.min(lanes, to - start);
            turn(points.data(), start * d, live, d, x);
            java.util.Arrays.fill(t, 0, m * lanes, 0);
            ops.addSquares(x, d, 1, table, 0, m, t, 0, lanes);
            for (int i = 0; i < live; i++) {
                use.of(start + i, t, i, lanes);
            }
        }
        Scratch.give(t);
        Scratch.give(x);
    }

    /// Lanes beyond the last row repeat it.
    private static void turn(double[] data, int from, int live, int d, double[] x) {
        for (int i = 0; i < TileOps.LANES; i++) {
            int row = from + Math.min(i, live - 1) * d;
            for (int j = 0; j < d; j++) {
                x[j * TileOps.LANES + i] = data[row + j];
            }
        }
    }
}
