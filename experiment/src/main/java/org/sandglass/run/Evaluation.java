package org.sandglass.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// Evaluates chunks of points `[N, B, D]` for a batch of mixtures, over threads; `B` is 1 for a single one.
final class Evaluation {
    /// Rows that one thread takes at a time. The results do not depend on it.
    private static final int TILE = 256;

    private final ResolvedMixture mixture;
    private final Optional<ProcessSpec> process;
    private final List<Quantity> quantities;
    private final Precision precision;
    private final Units units;
    private final Workers workers;
    private final int[] sizes;
    private final Map<Double, List<QuantityEvaluator>> known = new HashMap<>();

    Evaluation(
            ResolvedMixture mixture,
            Optional<ProcessSpec> process,
            List<Quantity> quantities,
            Precision precision,
            Units units,
            Workers workers) {
        this.mixture = mixture;
        this.process = process;
        this.quantities = List.copyOf(quantities);
        this.precision = precision;
        this.units = units;
        this.workers = workers;
        this.sizes =
                arrays().stream().mapToInt(org.sandglass.format.Quantity::size).toArray();
    }

    /// The arrays that results are written to.
    List<org.sandglass.format.Quantity> arrays() {
        return quantities.stream().map(q -> q.array(mixture.k(), mixture.d())).toList();
    }

    /// How many points make a chunk, so that its results stay within some megabytes.
    int chunk() {
        return Math.clamp((1 << 21) / numbersPerPoint() / TILE * (long) TILE, TILE, 1 << 14);
    }

    /// How many numbers are kept of a point, its results included.
    int numbersPerPoint() {
        return mixture.mixtures().size() * (mixture.d() + Arrays.stream(sizes).sum() + 1);
    }

    /// All points at one time; any number where there is no process.
    double[][] at(double t, double[] x, int points) {
        List<QuantityEvaluator> evaluators = known.computeIfAbsent(t, this::evaluators);
        return tiles(points, x, (point, b) -> t, (b, time) -> evaluators.get(b));
    }

    /// Point `first + i` of the chunk at its own time.
    double[][] at(TimeChoice.PerPoint times, int first, double[] x, int points) {
        return tiles(
                points,
                x,
                (point, b) -> times.of(first + point, b, mixture),
                (b, t) -> evaluator(mixture.mixtures().get(b), t));
    }

    private interface TimeOf {
        double at(int point, int b);
    }

    private interface EvaluatorOf {
        QuantityEvaluator at(int b, double t);
    }

    private List<QuantityEvaluator> evaluators(double t) {
        List<QuantityEvaluator> all = new ArrayList<>();
        mixture.mixtures().forEach(m -> all.add(evaluator(m, t)));
        return all;
    }

    private QuantityEvaluator evaluator(GaussianMixture one, double t) {
        return process.map(p -> QuantityEvaluator.of(one, p.schedule(), t, quantities, precision))
                .orElseGet(() -> QuantityEvaluator.of(one, quantities, precision));
    }

    private double[][] tiles(int points, double[] x, TimeOf times, EvaluatorOf evaluators) {
        int b = mixture.mixtures().size();
        double[][] out = new double[sizes.length][];
        Arrays.setAll(out, q -> new double[points * b * sizes[q]]);
        workers.forEach((points + TILE - 1) / TILE, tile -> {
            int to = Math.min(points, (tile + 1) * TILE);
            for (int m = 0; m < b; m++) {
                for (int from = tile * TILE; from < to; ) {
                    double t = times.at(from, m);
                    int end = from + 1;
                    while (end < to && times.at(end, m) == t) {
                        end++;
                    }
                    double[][] results = evaluators.at(m, t).evaluate(gather(x, from, end, m));
                    measure(results);
                    scatter(results, from, end, m, out);
                    from = end;
                }
            }
        });
        return out;
    }

    private void measure(double[][] results) {
        for (int q = 0; q < results.length; q++) {
            units.measure(quantities.get(q), results[q], mixture.d());
        }
    }

    private Points gather(double[] x, int from, int to, int m) {
        int b = mixture.mixtures().size();
        int d = mixture.d();
        double[] rows = new double[(to - from) * d];
        for (int i = from; i < to; i++) {
            System.arraycopy(x, (i * b + m) * d, rows, (i - from) * d, d);
        }
        return Points.wrap(rows, to - from, d);
    }

    private void scatter(double[][] results, int from, int to, int m, double[][] out) {
        int b = mixture.mixtures().size();
        for (int q = 0; q < out.length; q++) {
            for (int i = from; i < to; i++) {
                System.arraycopy(results[q], (i - from) * sizes[q], out[q], (i * b + m) * sizes[q], sizes[q]);
            }
        }
    }
}
