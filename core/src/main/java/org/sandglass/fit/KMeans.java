package org.sandglass.fit;

import java.util.Arrays;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// Clusters of rows about centres: k-means++ seeding, and Lloyd's iterations.
///
/// Sums over rows are taken chunk by chunk in one order, so threads change nothing.
final class KMeans {
    private static final int CHUNK = 4096;

    private final Points points;
    private final Loop loop;
    private final int chunks;

    KMeans(Points points, Loop loop) {
        this.points = points;
        this.loop = loop;
        this.chunks = Math.ceilDiv(points.n(), CHUNK);
    }

    /// `k` distinct rows by D² sampling: `trials` candidates each, of which the one that leaves the least
    /// sum of squared distances is kept.
    ///
    /// @throws IllegalArgumentException if there are fewer distinct rows
    Points seeds(int k, int trials, RandomStream stream) {
        Points centres = Points.zeros(k, points.d());
        double[] nearest = new double[points.n()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int first = (int) (stream.nextDouble() * points.n());
        for (int c = 0; c < k; c++) {
            int row = c == 0 ? first : best(nearest, trials, stream, c, k);
            System.arraycopy(points.data(), row * points.d(), centres.data(), c * points.d(), points.d());
            lower(nearest, points.slice(row, row + 1));
        }
        return centres;
    }

    private int best(double[] nearest, int trials, RandomStream stream, int chosen, int k) {
        double[] sums = new double[chunks];
        loop.forEach(chunks, c -> sums[c] = sum(nearest, c));
        double total = Arrays.stream(sums).sum();
        if (!(total > 0)) {
            throw new IllegalArgumentException("only " + chosen + " of the " + points.n()
                    + " rows are distinct, too few for " + k + " components");
        }
        int[] candidates = new int[trials];
        for (int t = 0; t < trials; t++) {
            candidates[t] = draw(nearest, sums, stream.nextDouble() * total);
        }
        return trials == 1 ? candidates[0] : least(nearest, candidates);
    }

    /// The row at which the running sum exceeds a target; never one of distance 0.
    private static int draw(double[] nearest, double[] sums, double target) {
        double before = 0;
        int c = 0;
        while (c < sums.length - 1 && before + sums[c] <= target) {
            before += sums[c++];
        }
        for (int i = c * CHUNK; i < nearest.length; i++) {
            before += nearest[i];
            if (before > target) {
                return i;
            }
        }
        return lastPositive(nearest); // rounding left the sum short of the total
    }

    private static int lastPositive(double... nearest) {
        int i = nearest.length - 1;
        while (nearest[i] == 0) {
            i--;
        }
        return i;
    }

    private double sum(double[] nearest, int chunk) {
        double sum = 0;
        for (int i = chunk * CHUNK; i < Math.min(points.n(), (chunk + 1) * CHUNK); i++) {
            sum += nearest[i];
        }
        return sum;
    }

    private int least(double[] nearest, int... candidates) {
        double[][] rows = Arrays.stream(candidates).mapToObj(points::row).toArray(double[][]::new);
        Points centres = Points.of(rows);
        double[][] sums = new double[chunks][candidates.length];
        loop.forEach(
                chunks,
                chunk -> Distances.forEach(
                        points,
                        chunk * CHUNK,
                        Math.min(points.n(), (chunk + 1) * CHUNK),
                        centres,
                        (row, t, lane, lanes) -> {
                            for (int c = 0; c < candidates.length; c++) {
                                sums[chunk][c] += Math.min(nearest[row], t[c * lanes + lane]);
                            }
                        }));
        int best = 0;
        double[] totals = new double[candidates.length];
        for (int c = 0; c < candidates.length; c++) {
            for (double[] sum : sums) {
                totals[c] += sum[c];
            }
            best = totals[c] < totals[best] ? c : best;
        }
        return candidates[best];
    }

    private void lower(double[] nearest, Points centre) {
        loop.forEach(
                chunks,
                chunk -> Distances.forEach(
                        points,
                        chunk * CHUNK,
                        Math.min(points.n(), (chunk + 1) * CHUNK),
                        centre,
                        (row, t, lane, _) -> nearest[row] = Math.min(nearest[row], t[lane])));
    }

    /// Lloyd's iterations until no row changes its cluster, at most `iterations`; a cluster without rows
    /// keeps its centre. Ties go to the centre that comes first.
    Labelling clusters(Points seeds, int iterations) {
        Points centres = seeds.copy();
        int[] labels = assign(centres);
        for (int t = 0; t < iterations; t++) {
            move(centres, labels);
            int[] next = assign(centres);
            if (Arrays.equals(next, labels)) {
                break;
            }
            labels = next;
        }
        return Labelling.wrap(labels, centres.n());
    }

    private int[] assign(Points centres) {
        int[] labels = new int[points.n()];
        int k = centres.n();
        loop.forEach(
                chunks,
                chunk -> Distances.forEach(
                        points,
                        chunk * CHUNK,
                        Math.min(points.n(), (chunk + 1) * CHUNK),
                        centres,
                        (row, t, lane, lanes) -> {
                            int best = 0;
                            for (int c = 1; c < k; c++) {
                                best = t[c * lanes + lane] < t[best * lanes + lane] ? c : best;
                            }
                            labels[row] = best;
                        }));
        return labels;
    }

    /// Each centre to the mean of its rows, summed as differences from where it was.
    private void move(Points centres, int... labels) {
        int d = points.d();
        double[] sums = new double[centres.data().length];
        int[] counts = new int[centres.n()];
        for (int i = 0; i < labels.length; i++) {
            int to = labels[i] * d;
            counts[labels[i]]++;
            for (int j = 0; j < d; j++) {
                sums[to + j] += points.data()[i * d + j] - centres.data()[to + j];
            }
        }
        for (int at = 0; at < sums.length; at++) {
            centres.data()[at] += counts[at / d] > 0 ? sums[at] / counts[at / d] : 0;
        }
    }
}
