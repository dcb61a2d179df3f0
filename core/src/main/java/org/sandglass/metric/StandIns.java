package org.sandglass.metric;

import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Points that stand in for those to be judged, to give the floor.
@FunctionalInterface
interface StandIns {
    /// Points, and what they are compared with.
    record Pair(Points points, Reference reference) {}

    /// Pair number `i`, independent of the others but for what they are compared with.
    Pair pair(int i, Reference reference);

    /// None, for a reference that gives a floor itself.
    static StandIns none() {
        return (i, reference) -> {
            throw new IllegalStateException("a floor has no floor");
        };
    }

    /// Exact draws that follow the `n` which points are compared with.
    static StandIns drawn(GaussianMixture mixture, int n, RandomStreams streams) {
        return (i, reference) -> new Pair(mixture.sample((i + 1L) * n, n, streams), reference);
    }

    /// Random parts of all points together, of the sizes of `x` and `y`.
    static StandIns parts(Points x, Points y, RandomStreams streams, Loop loop) {
        return (i, reference) -> {
            Points all = shuffled(joined(x, y), streams.stream("parts", i));
            Points rest = all.slice(x.n(), all.n());
            return new Pair(all.slice(0, x.n()), Reference.ofParts(rest, x.n(), streams, loop));
        };
    }

    private static Points joined(Points x, Points y) {
        Points all = Points.zeros(Math.addExact(x.n(), y.n()), x.d());
        System.arraycopy(x.data(), 0, all.data(), 0, x.data().length);
        System.arraycopy(y.data(), 0, all.data(), x.data().length, y.data().length);
        return all;
    }

    /// Fisher and Yates: each row changes places with a random one not after it.
    private static Points shuffled(Points points, RandomStream stream) {
        for (int i = points.n() - 1; i > 0; i--) {
            swap(points, i, (int) Math.multiplyHigh(stream.nextLong() >>> 1, 2L * (i + 1)));
        }
        return points;
    }

    private static void swap(Points points, int i, int l) {
        double[] data = points.data();
        int d = points.d();
        for (int j = 0; j < d; j++) {
            double kept = data[i * d + j];
            data[i * d + j] = data[l * d + j];
            data[l * d + j] = kept;
        }
    }
}
