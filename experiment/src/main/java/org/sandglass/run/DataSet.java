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
/// @param time the time of the draws, or several, each with the same randomness; not one per point
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
        Evaluation evaluation = new Evaluation(mixture, process, with, workers);
        List<org.sandglass.format.Quantity> arrays = new ArrayList<>();
        arrays.add(org.sandglass.format.Quantity.vector(ArrayFiles.POINTS, mixture.d()));
        arrays.addAll(evaluation.arrays());
        int b = mixture.mixtures().size();
        OptionalInt batch = mixture.batched() ? OptionalInt.of(b) : OptionalInt.empty();
        List<Double> leading = time instanceof TimeChoice.Several several ? several.times() : List.of();
        try (ArrayWriter out = target.open(new ArrayLayout(leading, batch, arrays))) {
            List<Double> all = times();
            for (int i = 0; i < all.size(); i++) {
                if (i > 0) {
                    out.nextTime();
                }
                draw(all.get(i), offset, n, evaluation, out, workers, progress);
            }
            out.commit();
        }
    }

    private List<Double> times() {
        return switch (time) {
            case TimeChoice.One one -> List.of(one.t());
            case TimeChoice.Several several -> several.times();
            case TimeChoice.PerPoint each ->
                throw new InputException(each.file() + ": draws take a number or a comma list of times, not a file");
        };
    }

    private void draw(
            double t, long offset, long n, Evaluation evaluation, ArrayWriter out, Workers workers, Progress progress)
            throws IOException {
        List<GaussianMixture> laws =
                mixture.mixtures().stream().map(one -> law(one, t)).toList();
        int chunk = evaluation.chunk();
        for (long done = 0; done < n; ) {
            int rows = (int) Math.min(chunk, n - done);
            double[] x = rows(laws, offset + done, rows, workers);
            double[][] columns = new double[1 + with.size()][];
            columns[0] = x;
            if (!with.isEmpty()) {
                System.arraycopy(evaluation.at(t, x, rows), 0, columns, 1, with.size());
            }
            out.append(rows * laws.size(), columns);
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

    private double[] rows(List<GaussianMixture> laws, long from, int n, Workers workers) {
        int b = laws.size();
        int d = mixture.d();
        double[] x = new double[Math.multiplyExact(n, b * d)];
        RandomStreams root = RandomStreams.of(seed);
        workers.forEach((n + TILE - 1) / TILE, tile -> {
            int first = tile * TILE;
            int count = Math.min(TILE, n - first);
            for (int m = 0; m < b; m++) {
                RandomStreams streams =
                        RandomStreams.of(root.stream("data set " + split, m).nextLong());
                Points drawn = laws.get(m).sample(from + first, count, streams);
                double[] numbers = NumberArray.of(drawn).data();
                for (int i = 0; i < count; i++) {
                    System.arraycopy(numbers, i * d, x, ((first + i) * b + m) * d, d);
                }
            }
        });
        return x;
    }
}
