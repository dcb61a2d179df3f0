package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayMath;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.TileOps;
import org.sandglass.linalg.Points;

/// The room in which some points are evaluated side by side: a point per lane, transposed, entry `j` of lane `i`
/// at `[j·lanes + i]`. Each thread has one and uses it again, so that evaluations allocate nothing.
///
/// A lane's numbers depend neither on the other lanes nor on how many there are.
final class Tile {
    private static final ThreadLocal<Tile> MINE = ThreadLocal.withInitial(Tile::new);

    /// What a weight costs beside its coordinates, in coordinates.
    static final int EXPONENTIAL = 6;

    private ArrayOps arrays = ArrayOps.forWork(0);
    private int d;
    private int most;
    private int lanes;

    /// The points, `d` rows.
    double[] x = {};

    /// `x − aμₖ`, and another such tile, for kernels that need them.
    double[] v = {}, u = {};

    /// The same turned or whitened, for each component of a block.
    double[][] w = {};

    /// Terms `log₂(wₖ N(x; aμₖ, Cₖ))` of a block of components, a row each; later `2^(term − max)`.
    double[] terms = {};

    /// The largest term so far; a row for factors; the sum of `2^(term − max)`; a row for checks.
    double[] max = {}, factor = {}, sum = {}, check = {};

    /// Sums for the score, for the posterior mean, and for what is added to that, `d` rows each.
    double[] score = {}, mean = {}, shift = {};

    private Tile() {}

    /// This thread's tile, made ready for a law.
    ///
    /// @param points how many will come, at most
    /// @param rows how many rows of terms
    static Tile of(NoisyMixture law, int points, int rows) {
        Tile tile = MINE.get();
        tile.d = law.prior().d();
        tile.arrays = ArrayOps.forWork((long) points * law.prior().k() * (tile.d + EXPONENTIAL));
        tile.most = lanesFor(points);
        tile.makeRoom(Math.multiplyExact(rows, tile.most));
        if (law.kernel() instanceof AnyStructure || law.kernel() instanceof Rotated) {
            tile.makeRoomToWhiten(law.kernel().blockSize(), law.whitenedLength() * tile.most);
        }
        return tile;
    }

    /// Few points get a lane each; more get a full tile.
    private static int lanesFor(int points) {
        return points <= TileOps.LANES / 4 ? Math.max(1, points) : TileOps.LANES;
    }

    private void makeRoom(int weights) {
        x = room(x, d * most);
        score = room(score, d * most);
        mean = room(mean, d * most);
        shift = room(shift, d * most);
        terms = room(terms, weights);
        max = room(max, most);
        factor = room(factor, most);
        sum = room(sum, most);
        check = room(check, most);
    }

    private void makeRoomToWhiten(int components, int length) {
        v = room(v, length);
        u = room(u, length);
        if (w.length < components || w[0].length < length) {
            w = new double[components][length];
        }
    }

    private static double[] room(double[] known, int length) {
        return known.length >= length ? known : new double[Math.max(TileOps.LANES, length)];
    }

    ArrayOps arrays() {
        return arrays;
    }

    TileOps ops() {
        return arrays.tiles();
    }

    /// How many points fit.
    int most() {
        return most;
    }

    /// How many lanes are in use.
    int lanes() {
        return lanes;
    }

    /// Takes rows `[start, start + live)`, `live` at most [#most()]; lanes beyond them repeat the last. Sums
    /// begin at 0.
    void load(Points points, int start, int live) {
        lanes = Math.min(most, lanesFor(live));
        for (int i = 0; i < lanes; i++) {
            load(points.data(), (start + Math.min(i, live - 1)) * d, i);
        }
        Arrays.fill(max, 0, lanes, -Double.MAX_VALUE);
        Arrays.fill(sum, 0, lanes, 0);
        Arrays.fill(score, 0, d * lanes, 0);
        Arrays.fill(mean, 0, d * lanes, 0);
        Arrays.fill(shift, 0, d * lanes, 0);
    }

    /// Full tiles have a loop of their own, since a constant stride frees it of range checks.
    private void load(double[] data, int from, int lane) {
        if (lanes == TileOps.LANES) {
            for (int j = 0; j < d; j++) {
                x[j * TileOps.LANES + lane] = data[from + j];
            }
        } else {
            for (int j = 0; j < d; j++) {
                x[j * lanes + lane] = data[from + j];
            }
        }
    }

    /// Writes the first `live` lanes of some rows to rows `[start, start + live)` of points.
    void store(double[] rows, double[] to, int start, int live) {
        for (int i = 0; i < live; i++) {
            store(rows, i, to, (start + i) * d);
        }
    }

    private void store(double[] rows, int lane, double[] to, int from) {
        if (lanes == TileOps.LANES) {
            for (int j = 0; j < d; j++) {
                to[from + j] = rows[j * TileOps.LANES + lane];
            }
        } else {
            for (int j = 0; j < d; j++) {
                to[from + j] = rows[j * lanes + lane];
            }
        }
    }

    /// `ln p = max ln 2 + ln sum` of a lane.
    double logDensity(int lane) {
        double low = Math.fma(max[lane], ArrayMath.LN2_LOW, ArrayMath.log(sum[lane]));
        return Math.fma(max[lane], ArrayMath.LN2_HIGH, low);
    }

    /// The point in a lane.
    double[] point(int lane) {
        double[] out = new double[d];
        for (int j = 0; j < d; j++) {
            out[j] = x[j * lanes + lane];
        }
        return out;
    }
}
