package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.arrayops.TileOps;
import org.sandglass.linalg.Points;

/// The room in which some points are evaluated side by side: a point per lane, transposed, entry `j` of lane `i`
/// at `[j·lanes + i]`. Its arrays are the thread's [Scratch], to which [#giveBack()] returns them.
///
/// A lane's numbers depend neither on the other lanes nor on how many there are.
final class Tile {
    final ArrayOps arrays = ArrayOps.forWork();
    final TileOps ops = arrays.tiles();

    /// The points, `d` rows.
    final double[] x;

    /// What a kernel of any structure keeps for itself: `x − aμₖ`, the same whitened, and another such row.
    final double[] v, w, u;

    /// Terms `log₂(wₖ N(x; aμₖ, Cₖ))` of a block of components, a row each; later `2^(term − max)`.
    final double[] terms;

    /// The largest term so far; a row for factors; the sum of `2^(term − max)`.
    final double[] max, factor, sum;

    /// Sums for the score and for the posterior mean, `d` rows each.
    final double[] score, mean;

    private final int d;
    private final int most;
    private int lanes;

    /// Room for points of a law.
    ///
    /// @param points how many will come, at most
    /// @param rows how many rows of terms
    Tile(NoisyMixture law, int points, int rows) {
        this.d = law.prior().d();
        this.most = lanesFor(points);
        int own = law.kernel() instanceof AnyStructure ? law.whitenedLength() : 0;
        this.x = Scratch.take(d * most);
        this.v = Scratch.take(own * most);
        this.w = Scratch.take(own * most);
        this.u = Scratch.take(own * most);
        this.terms = Scratch.take(Math.multiplyExact(rows, most));
        this.max = Scratch.take(most);
        this.factor = Scratch.take(most);
        this.sum = Scratch.take(most);
        this.score = Scratch.take(d * most);
        this.mean = Scratch.take(d * most);
    }

    /// Few points get a lane each; more get a full tile.
    private static int lanesFor(int points) {
        return points <= TileOps.LANES / 4 ? Math.max(1, points) : TileOps.LANES;
    }

    /// How many points fit.
    int most() {
        return most;
    }

    /// How many lanes are in use.
    int lanes() {
        return lanes;
    }

    /// Takes rows `[start, start + live)`, `live` at most [#most()]; lanes beyond them repeat the last.
    void load(Points points, int start, int live) {
        begin(live);
        double[] data = points.data();
        for (int i = 0; i < lanes; i++) {
            int from = (start + Math.min(i, live - 1)) * d;
            for (int j = 0; j < d; j++) {
                x[j * lanes + i] = data[from + j];
            }
        }
    }

    private void begin(int live) {
        lanes = Math.min(most, lanesFor(live));
        Arrays.fill(max, 0, lanes, -Double.MAX_VALUE);
        Arrays.fill(sum, 0, lanes, 0);
        Arrays.fill(score, 0, d * lanes, 0);
        Arrays.fill(mean, 0, d * lanes, 0);
    }

    void giveBack() {
        for (double[] room : new double[][] {x, v, w, u, terms, max, factor, sum, score, mean}) {
            Scratch.give(room);
        }
    }
}
