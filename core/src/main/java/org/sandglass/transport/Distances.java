package org.sandglass.transport;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.linalg.Points;

/// Distances between points, or their squares, computed when they are asked for.
final class Distances implements Costs {
    /// Distances or their squares.
    enum Kind {
        EUCLIDEAN,
        SQUARED
    }

    private final Points x;
    private final Points y;
    private final Kind kind;
    private final ArrayOps ops = ArrayOps.get();

    /// Coordinate `j` of sink `l` at `j·m + l`.
    private final double[] transposed;

    private Distances(Points x, Points y, Kind kind) {
        this.x = x;
        this.y = y;
        this.kind = kind;
        this.transposed = new double[y.data().length];
        for (int l = 0; l < y.n(); l++) {
            for (int j = 0; j < y.d(); j++) {
                transposed[j * y.n() + l] = y.get(l, j);
            }
        }
    }

    static Distances of(Points x, Points y, Kind kind) {
        requireClouds(x, y);
        return new Distances(x, y, kind);
    }

    /// Refuses clouds between which there are no distances.
    static void requireClouds(Points x, Points y) {
        if (x.d() != y.d() || x.n() < 1 || y.n() < 1) {
            throw new IllegalArgumentException(
                    "transport needs points of one dimension on both sides, got " + x + " and " + y);
        }
        if (x.firstNonFiniteRow() >= 0 || y.firstNonFiniteRow() >= 0) {
            throw new IllegalArgumentException("transport needs finite points, got row "
                    + Math.max(x.firstNonFiniteRow(), y.firstNonFiniteRow()) + " that is not");
        }
    }

    @Override
    public int sources() {
        return x.n();
    }

    @Override
    public int sinks() {
        return y.n();
    }

    @Override
    public double at(int i, int l) {
        int d = x.d();
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double gap = x.data()[i * d + j] - y.data()[l * d + j];
            sum = Math.fma(gap, gap, sum);
        }
        return switch (kind) {
            case EUCLIDEAN -> Math.sqrt(sum);
            case SQUARED -> sum;
        };
    }

    @Override
    public void row(int i, double[] out) {
        int m = y.n();
        Arrays.fill(out, 0, m, 0);
        ops.addSquaredDistances(x.data(), i * x.d(), x.d(), 1, transposed, 0, m, out, 0, m);
        switch (kind) {
            case EUCLIDEAN -> ops.sqrt(out, 0, out, 0, m);
            case SQUARED -> {}
        }
    }

    @Override
    public int[] sourceOrder() {
        return along(x, widest(y));
    }

    @Override
    public int[] sinkOrder() {
        return along(y, widest(y));
    }

    /// The rows in the order of a coordinate.
    static int[] along(Points points, int j) {
        return IntStream.range(0, points.n())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> points.get(i, j)))
                .mapToInt(i -> i)
                .toArray();
    }

    /// The coordinate of the largest range.
    private static int widest(Points points) {
        return IntStream.range(0, points.d())
                .boxed()
                .max(Comparator.comparingDouble(j -> IntStream.range(0, points.n())
                                .mapToDouble(i -> points.get(i, j))
                                .summaryStatistics()
                                .getMax()
                        - IntStream.range(0, points.n())
                                .mapToDouble(i -> points.get(i, j))
                                .min()
                                .orElse(0)))
                .orElse(0);
    }
}
