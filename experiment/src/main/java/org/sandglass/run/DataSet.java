package org.sandglass.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayLayout;
import org.sandglass.format.ArrayWriter;
import org.sandglass.format.InputException;
import org.sandglass.format.NumberArray;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// Exact draws as an infinite deterministic sequence of rows per mixture, seed and split.
///
/// Row `i` depends on nothing else: the first rows never depend on how many are drawn, on threads, or on the
/// format, and any range of rows is made in time independent of where it starts.
///
/// @param mixture one mixture, or a batch for rows `[B, D]`
/// @param process the process, if the draws are noised
/// @param time the time of the draws, or several, each with the same randomness, or one per row or mixture
/// @param seed of the sequence
/// @param split which of the sequences, such as `train`
/// @param with quantities to write beside the points
public record DataSet(
        ResolvedMixture mixture,
        Optional<ProcessSpec> process,
        TimeChoice time,
        long seed,
        String split,
        List<Quantity> with) {
    /// Rows that one thread draws at a time. The results do not depend on it.
    private static final int TILE = 1024;

    /// Draws rows `[offset, offset + n)` and writes them as the array `x`, and the quantities.
    ///
    /// @param offset the first row
    /// @param n how many
    /// @param target where they go
    /// @param workers the threads
    /// @param progress told after every chunk
    /// @throws IOException if the machine fails
    public void write(long offset, long n, PointEvaluation.Target target, Workers workers, Progress progress)
            throws IOException {
        Evaluation evaluation = new Evaluation(mixture, process, with, Precision.FLOAT64, workers);
        List<org.sandglass.format.Quantity> arrays = new ArrayList<>();
        arrays.add(org.sandglass.format.Quantity.vector(ArrayFiles.POINTS, mixture.d()));
        arrays.addAll(evaluation.arrays());
        int b = mixture.mixtures().size();
        OptionalInt batch = mixture.batched() ? OptionalInt.of(b) : OptionalInt.empty();
        List<Double> leading = time instanceof TimeChoice.Several several ? several.times() : List.of();
        if (time instanceof TimeChoice.PerPoint each && each.points(mixture) >= 0 && each.points(mixture) != n) {
            throw new InputException(
                    each.file() + ": holds times for " + each.points(mixture) + " rows, but -n asks for " + n);
        }
        try (ArrayWriter out = target.open(new ArrayLayout(leading, batch, arrays))) {
            List<Moment> moments = moments(evaluation);
            for (int i = 0; i < moments.size(); i++) {
                if (i > 0) {
                    out.nextTime();
                }
                draw(moments.get(i), offset, n, evaluation.chunk(), out, workers, progress);
            }
            out.commit();
        }
    }

    /// One pass over the rows: the time of each row, counted from the offset, the law there, and the quantities.
    private record Moment(TimeOf times, LawOf laws, Chunk quantities) {}

    private interface TimeOf {
        double at(int row, int m);
    }

    private interface LawOf {
        GaussianMixture at(int m, double t);
    }

    private interface Chunk {
        double[][] evaluate(double[] x, int rows, int first);
    }

    private List<Moment> moments(Evaluation evaluation) {
        return switch (time) {
            case TimeChoice.One one -> List.of(moment(one.t(), evaluation));
            case TimeChoice.Several several ->
                several.times().stream().map(t -> moment(t, evaluation)).toList();
            case TimeChoice.PerPoint each ->
                List.of(new Moment(
                        (row, m) -> each.of(row, m, mixture),
                        (m, t) -> law(mixture.mixtures().get(m), t),
                        (x, rows, first) -> evaluation.at(each, first, x, rows)));
        };
    }

    private Moment moment(double t, Evaluation evaluation) {
        List<GaussianMixture> laws =
                mixture.mixtures().stream().map(one -> law(one, t)).toList();
        return new Moment((row, m) -> t, (m, _) -> laws.get(m), (x, rows, _) -> evaluation.at(t, x, rows));
    }

    private void draw(
            Moment moment, long offset, long n, int chunk, ArrayWriter out, Workers workers, Progress progress)
            throws IOException {
        for (long done = 0; done < n; ) {
            int rows = (int) Math.min(chunk, n - done);
            int first = (int) Math.min(done, Integer.MAX_VALUE);
            double[] x = rows(moment, offset + done, first, rows, workers);
            double[][] columns = new double[1 + with.size()][];
            columns[0] = x;
            if (!with.isEmpty()) {
                System.arraycopy(moment.quantities().evaluate(x, rows, first), 0, columns, 1, with.size());
            }
            out.append(rows * mixture.mixtures().size(), columns);
            done += rows;
            progress.at(done, n, "rows");
        }
    }

    private GaussianMixture law(GaussianMixture one, double t) {
        return process.map(
                        p -> one.underNoise(p.schedule().alpha(t), p.schedule().sigma(t))
                                .marginal())
                .orElse(one);
    }

    /// Rows `[from, from + n)` of the sequence, of which the first is number `first` after the offset.
    private double[] rows(Moment moment, long from, int first, int n, Workers workers) {
        int b = mixture.mixtures().size();
        double[] x = new double[Math.multiplyExact(n, b * mixture.d())];
        RandomStreams root = RandomStreams.of(seed);
        workers.forEach((n + TILE - 1) / TILE, tile -> {
            int to = Math.min(n, (tile + 1) * TILE);
            for (int m = 0; m < b; m++) {
                RandomStreams streams =
                        RandomStreams.of(root.stream("data set " + split, m).nextLong());
                for (int row = tile * TILE; row < to; ) {
                    double t = moment.times().at(first + row, m);
                    int end = row + 1;
                    while (end < to && moment.times().at(first + end, m) == t) {
                        end++;
                    }
                    scatter(moment.laws().at(m, t).sample(from + row, end - row, streams), row, m, x);
                    row = end;
                }
            }
        });
        return x;
    }

    private void scatter(Points drawn, int row, int m, double[] x) {
        int d = mixture.d();
        double[] numbers = NumberArray.of(drawn).data();
        for (int i = 0; i < drawn.n(); i++) {
            System.arraycopy(numbers, i * d, x, ((row + i) * mixture.mixtures().size() + m) * d, d);
        }
    }
}
