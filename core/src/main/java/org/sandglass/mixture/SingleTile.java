package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.FloatTileOps;
import org.sandglass.linalg.Points;

/// The room in which some points are evaluated side by side in single precision: as [Tile]. Each thread has one and
/// uses it again.
final class SingleTile {
    private static final ThreadLocal<SingleTile> MINE = ThreadLocal.withInitial(SingleTile::new);

    private ArrayOps arrays = ArrayOps.forWork(0);
    private int d;
    private int most;
    private int lanes;

    /// The points, relative to the centre; rows of zeros make their number even.
    float[] y = {};

    /// Room for kernels of any structure: `y − m`, and another such tile; the same whitened, for each component of
    /// a block.
    float[] v = {}, u = {};

    float[][] w = {};

    /// Terms of a block of components, relative to the largest constant, a row each; later `2^(term − max)`.
    float[] terms = {};

    /// The largest term so far; what it was before; the sum of `2^(term − max)` over a block.
    float[] max = {}, before = {}, sum = {};

    /// The components of a block that matter to some lane.
    int[] matter = {};

    /// What a kernel sums over a block.
    float[] sums = {};

    /// The sum of `2^(term − max)`; a row for factors.
    double[] total = {}, factor = {};

    /// Sums for the score and for the posterior mean, `d` rows each.
    double[] score = {}, mean = {};

    private SingleTile() {}

    /// This thread's tile, made ready for a law.
    ///
    /// @param points how many will come, at most
    static SingleTile of(SingleKernel kernel, int points, Outputs wanted) {
        SingleTile tile = MINE.get();
        tile.d = kernel.frame().d();
        tile.arrays = ArrayOps.forWork((long) points * kernel.frame().k() * (tile.d + Tile.EXPONENTIAL));
        tile.most = lanesFor(points);
        int rows = Math.min(kernel.frame().k(), kernel.blockSize());
        tile.matter = tile.matter.length >= rows ? tile.matter : new int[rows];
        tile.makeRoom(Math.multiplyExact(rows, tile.most), kernel.sumRows(wanted) * tile.most);
        if (kernel.whitenedLength() > 0) {
            tile.makeRoomToWhiten(rows, kernel.whitenedLength() * tile.most);
        }
        return tile;
    }

    /// Few points get a lane each; more are quicker in a full tile.
    private static int lanesFor(int points) {
        return points <= FloatTileOps.LANES / 16 ? Math.max(1, points) : FloatTileOps.LANES;
    }

    private void makeRoom(int weights, int sumLength) {
        y = room(y, (d + 1) * most);
        terms = room(terms, weights);
        max = room(max, most);
        before = room(before, most);
        sum = room(sum, most);
        sums = room(sums, sumLength);
        total = room(total, most);
        factor = room(factor, most);
        score = room(score, d * most);
        mean = room(mean, d * most);
    }

    private void makeRoomToWhiten(int components, int length) {
        v = room(v, length);
        u = room(u, length);
        if (w.length < components || w[0].length < length) {
            w = new float[components][length];
        }
    }

    private static float[] room(float[] known, int length) {
        return known.length >= length ? known : new float[Math.max(FloatTileOps.LANES, length)];
    }

    private static double[] room(double[] known, int length) {
        return known.length >= length ? known : new double[Math.max(FloatTileOps.LANES, length)];
    }

    ArrayOps arrays() {
        return arrays;
    }

    FloatTileOps ops() {
        return arrays.floatTiles();
    }

    /// How many points fit.
    int most() {
        return most;
    }

    /// How many lanes are in use.
    int lanes() {
        return lanes;
    }

    /// Takes rows `[start, start + live)`, `live` at most [#most()]; lanes beyond them repeat the last. Sums begin
    /// at 0.
    void load(Points points, int start, int live, SingleKernel kernel) {
        lanes = Math.min(most, lanesFor(live));
        double minusA = -kernel.frame().law().a();
        double[] centre = kernel.frame().centre();
        for (int j = 0; j < d; j++) {
            loadRow(points.data(), start * d + j, live, minusA, centre[j], kernel.unit(), j * lanes);
        }
        Arrays.fill(y, d * lanes, (d + 1) * lanes, 0);
        Arrays.fill(max, 0, lanes, -Float.MAX_VALUE);
        Arrays.fill(total, 0, lanes, 0);
        Arrays.fill(score, 0, d * lanes, 0);
        Arrays.fill(mean, 0, d * lanes, 0);
    }

    private void loadRow(double[] data, int from, int live, double minusA, double centre, double unit, int at) {
        for (int i = 0; i < live; i++) {
            y[at + i] = (float) (Math.fma(minusA, centre, data[from + i * d]) * unit);
        }
        Arrays.fill(y, at + live, at + lanes, y[at + live - 1]);
    }

    /// Begins a block of components: keeps what the maximum was, and sums from 0.
    void begin(int sumRows) {
        System.arraycopy(max, 0, before, 0, lanes);
        Arrays.fill(sum, 0, lanes, 0);
        Arrays.fill(sums, 0, sumRows * lanes, 0);
    }
}
