package org.sandglass.metric;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;

/// What points are compared with: a mixture, `n` fresh exact draws of it, and `n` more that stand in for the
/// points to give the floor.
///
/// Used by one thread, which hands its loops on.
public final class Reference {
    private final GaussianMixture mixture;
    private final Points draws;
    private final Points others;
    private final RandomStreams streams;
    private final Loop loop;
    private final Map<String, Estimate> floors = new HashMap<>();
    private final IdentityHashMap<Points, List<Estimate>> sliced = new IdentityHashMap<>();

    /// Draws the points to compare with.
    ///
    /// @param mixture the exact law
    /// @param n how many points will be judged
    /// @param streams for the draws and for projections; not those that made the points
    /// @param loop runs the loops, on any threads
    public Reference(GaussianMixture mixture, int n, RandomStreams streams, Loop loop) {
        this.mixture = mixture;
        this.draws = mixture.sample(0, n, streams);
        this.others = mixture.sample(n, n, streams);
        this.streams = streams;
        this.loop = loop;
    }

    /// Judges points, and exact draws beside them.
    ///
    /// @param metric how
    /// @param x as many points as there are draws
    /// @return both numbers
    public Comparison compare(Metric metric, Points x) {
        if (x.n() != draws.n() || x.d() != draws.d()) {
            throw new IllegalArgumentException(
                    "a reference of " + draws.n() + " x " + draws.d() + " draws judges as many points, got " + x);
        }
        Estimate floor = floors.computeIfAbsent(metric.name(), _ -> metric.of(others, this));
        return new Comparison(metric.name(), metric.of(x, this), floor);
    }

    /// Whether the mixture has a density.
    ///
    /// @return false if some component is an exact point
    public boolean hasDensity() {
        return mixture.underNoise(1, 0).hasDensity();
    }

    /// Sliced distances of points, remembered until other points are judged.
    @SuppressWarnings("ReferenceEquality") // these very points, whatever others hold
    List<Estimate> sliced(Points x) {
        if (!sliced.containsKey(x)) {
            sliced.keySet().removeIf(known -> known != others);
            sliced.put(x, SlicedWasserstein.both(x, draws, streams, loop));
        }
        return sliced.getOrDefault(x, List.of());
    }

    GaussianMixture mixture() {
        return mixture;
    }

    Points draws() {
        return draws;
    }

    RandomStreams streams() {
        return streams;
    }

    Loop loop() {
        return loop;
    }
}
