package org.sandglass.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;

/// What points are compared with: a mixture and fresh exact draws of it, or other points; and what stands in
/// for the points to give the floor.
///
/// Draws are made when a metric first asks for them. The floor is the mean over several sets of stand-ins, as
/// many as make twenty thousand points, at least one and at most eight; one for slow metrics. Its error is that
/// of the mean if the sets were independent. Used by one thread, which hands its loops on.
public final class Reference {
    private static final int FLOOR_POINTS = 20_000;
    private static final int MOST_SETS = 8;

    /// Told after each of the numbers that a comparison takes.
    @FunctionalInterface
    public interface Watch {
        /// Tells nobody.
        Watch NOBODY = (done, total, metric) -> {};

        /// Called on the thread that compares.
        ///
        /// @param done how many numbers are there, floors included
        /// @param total how many there will be
        /// @param metric the name of the metric of the last one
        void at(int done, int total, String metric);
    }

    private final Optional<GaussianMixture> mixture;
    private final int n;
    private final int d;
    private final RandomStreams streams;
    private final Loop loop;
    private final StandIns standIns;
    private final Supplier<Points> toDraw;
    private Optional<Points> draws = Optional.empty();
    private final Map<String, Estimate> floors = new HashMap<>();
    private final SliceMemory slices = new SliceMemory();

    private Reference(
            Optional<GaussianMixture> mixture,
            int n,
            int d,
            RandomStreams streams,
            Loop loop,
            Supplier<Points> toDraw,
            StandIns standIns) {
        if (n < 1) {
            throw new IllegalArgumentException("there must be points to judge, got " + n);
        }
        this.mixture = mixture;
        this.n = n;
        this.d = d;
        this.streams = streams;
        this.loop = loop;
        this.toDraw = toDraw;
        this.standIns = standIns;
    }

    /// A mixture to compare with, by as many exact draws as there are points, where a metric needs draws; other
    /// draws give the floor.
    ///
    /// @param mixture the exact law
    /// @param n how many points will be judged
    /// @param streams for the draws and for projections; not those that made the points
    /// @param loop runs the loops, on any threads
    public Reference(GaussianMixture mixture, int n, RandomStreams streams, Loop loop) {
        this(
                Optional.of(mixture),
                n,
                mixture.d(),
                streams,
                loop,
                () -> mixture.sample(0, n, streams),
                StandIns.drawn(mixture, n, streams));
    }

    /// Points to compare with. The floor is what two random parts of all points together score, of as many
    /// points as there are on either side: were both of one law, the metric itself would be one such number.
    ///
    /// @param x the points that will be judged
    /// @param y those they are compared with, of the same dimension
    /// @param streams for the parts and for projections
    /// @param loop runs the loops, on any threads
    /// @return a reference without a mixture, for `x` alone
    /// @throws IllegalArgumentException if the dimensions differ, or there is no point on a side
    public static Reference ofPoints(Points x, Points y, RandomStreams streams, Loop loop) {
        if (x.d() != y.d() || x.n() < 1 || y.n() < 1) {
            throw new IllegalArgumentException(
                    "points to compare must have one dimension and be there, got " + x + " and " + y);
        }
        return new Reference(
                Optional.empty(), x.n(), x.d(), streams, loop, () -> y, StandIns.parts(x, y, streams, loop));
    }

    /// The two halves of a random part, for a floor.
    static Reference ofParts(Points y, int n, RandomStreams streams, Loop loop) {
        return new Reference(Optional.empty(), n, y.d(), streams, loop, () -> y, StandIns.none());
    }

    /// Judges points, and stand-ins beside them.
    ///
    /// @param metric how
    /// @param x as many points as were announced
    /// @return both numbers
    /// @throws IllegalArgumentException if the points have another shape, or the metric has an objection
    public Comparison compare(Metric metric, Points x) {
        return compare(List.of(metric), x, Watch.NOBODY).getFirst();
    }

    /// Judges points by several metrics, and stand-ins beside them.
    ///
    /// @param metrics how
    /// @param x as many points as were announced
    /// @param watch told of the progress
    /// @return what each metric says, in order
    /// @throws IllegalArgumentException if the points have another shape, or a metric has an objection
    public List<Comparison> compare(List<Metric> metrics, Points x, Watch watch) {
        x.requireShape(n, d, "points to judge");
        metrics.forEach(this::requireSuits);
        Tally tally = new Tally(metrics, watch);
        List<Estimate> values = new ArrayList<>();
        for (Metric metric : metrics) {
            values.add(metric.of(x, this));
            tally.add(metric);
        }
        findFloors(tally);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            String name = metrics.get(i).name();
            comparisons.add(new Comparison(name, values.get(i), floors.getOrDefault(name, values.get(i))));
        }
        return comparisons;
    }

    private void requireSuits(Metric metric) {
        metric.objection(this).ifPresent(objection -> {
            throw new IllegalArgumentException(metric.name() + " " + objection);
        });
    }

    /// Counts the numbers that a comparison takes, for whoever watches.
    private final class Tally {
        private final List<Metric> unknown;
        private final Watch watch;
        private final int total;
        private int done;

        Tally(List<Metric> metrics, Watch watch) {
            this.unknown =
                    metrics.stream().filter(m -> !floors.containsKey(m.name())).toList();
            this.watch = watch;
            this.total = metrics.size()
                    + unknown.stream().mapToInt(Reference.this::sets).sum();
        }

        void add(Metric metric) {
            done++;
            watch.at(done, total, metric.name());
        }
    }

    private int sets(Metric metric) {
        return metric.isSlow() ? 1 : Math.clamp(FLOOR_POINTS / n, 1, MOST_SETS);
    }

    /// The floors of metrics that have none yet: set by set, so that metrics share what they know of a set.
    private void findFloors(Tally tally) {
        Map<String, List<Estimate>> scores = new HashMap<>();
        int most = tally.unknown.stream().mapToInt(this::sets).max().orElse(0);
        for (int i = 0; i < most; i++) {
            StandIns.Pair pair = standIns.pair(i, this);
            for (Metric metric : tally.unknown) {
                if (i < sets(metric)) {
                    scores.computeIfAbsent(metric.name(), _ -> new ArrayList<>())
                            .add(metric.of(pair.points(), pair.reference()));
                    tally.add(metric);
                }
            }
        }
        scores.forEach((name, of) -> floors.put(name, Estimate.ofIndependent(of)));
    }

    /// How many points are judged.
    ///
    /// @return their number
    public int n() {
        return n;
    }

    /// The dimension.
    ///
    /// @return of the points and of the law
    public int d() {
        return d;
    }

    /// Whether there is a mixture to compare with, and not only points.
    ///
    /// @return false if metrics can use only draws
    public boolean hasMixture() {
        return mixture.isPresent();
    }

    /// Whether there is a mixture that has a density.
    ///
    /// @return false also if some component is an exact point
    public boolean hasDensity() {
        return mixture.map(m -> m.underNoise(1, 0).hasDensity()).orElse(false);
    }

    /// How many draws there are, without making them.
    int drawn() {
        return hasMixture() ? n : draws().n();
    }

    /// The mixture, for metrics that object where there is none.
    GaussianMixture mixture() {
        return mixture.orElseThrow(() -> new IllegalStateException("points are compared with points here"));
    }

    /// Exact draws, or the points to compare with; always the same object.
    Points draws() {
        Points there = draws.orElseGet(toDraw);
        draws = Optional.of(there);
        return there;
    }

    /// The memory of sliced distances, which several metrics share.
    SliceMemory slices() {
        return slices;
    }

    RandomStreams streams() {
        return streams;
    }

    Loop loop() {
        return loop;
    }
}
