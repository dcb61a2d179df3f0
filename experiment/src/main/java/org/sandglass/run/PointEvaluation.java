package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayLayout;
import org.sandglass.format.ArrayReader;
import org.sandglass.format.ArrayWriter;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// Exact quantities at the points of a file, streamed: memory grows with the chunk, not with the file.
///
/// @param mixture one mixture, or a batch for points `[N, B, D]`
/// @param process the process, if quantities are taken under one
/// @param times the times; any where there is no process
/// @param quantities what to compute
/// @param precision in which arithmetic
/// @param units of the points and the results
/// @param points the file
/// @param selection which array or columns of it
public record PointEvaluation(
        ResolvedMixture mixture,
        Optional<ProcessSpec> process,
        TimeChoice times,
        List<Quantity> quantities,
        Precision precision,
        Units units,
        Path points,
        Selection selection) {
    /// Makes the writer once everything has been checked.
    @FunctionalInterface
    public interface Target {
        /// Opens the output.
        ///
        /// @param layout what will be written
        /// @return the writer, which this evaluation commits and closes
        /// @throws IOException if the machine fails
        ArrayWriter open(ArrayLayout layout) throws IOException;
    }

    /// Computes and writes.
    ///
    /// @param target where the results go
    /// @param workers the threads
    /// @param progress told after every chunk
    /// @throws InputException if the points are not what they must be
    /// @throws IOException if the machine fails
    public void write(Target target, Workers workers, Progress progress) throws IOException {
        Evaluation evaluation = new Evaluation(mixture, process, quantities, precision, units, workers);
        List<Double> axis = times instanceof TimeChoice.Several(List<Double> several) ? several : List.of();
        OptionalInt batch =
                mixture.batched() ? OptionalInt.of(mixture.mixtures().size()) : OptionalInt.empty();
        checkShape();
        try (ArrayWriter out = target.open(new ArrayLayout(axis, batch, evaluation.arrays()))) {
            switch (times) {
                case TimeChoice.One(double t) -> pass(evaluation, (x, n, _) -> evaluation.at(t, x, n), out, progress);
                case TimeChoice.Several(List<Double> several) -> {
                    for (int i = 0; i < several.size(); i++) {
                        double t = several.get(i);
                        if (i > 0) {
                            out.nextTime();
                        }
                        pass(evaluation, (x, n, _) -> evaluation.at(t, x, n), out, progress);
                    }
                }
                case TimeChoice.PerPoint each ->
                    pass(evaluation, (x, n, first) -> evaluation.at(each, first, x, n), out, progress);
            }
            out.commit();
        }
    }

    private interface Chunk {
        double[][] evaluate(double[] x, int n, int first);
    }

    private void pass(Evaluation evaluation, Chunk chunk, ArrayWriter out, Progress progress) throws IOException {
        try (ArrayReader reader = ArrayFiles.open(points, selection)) {
            int size = reader.rowSize();
            double[] x = new double[Math.multiplyExact(evaluation.chunk(), size)];
            int done = 0;
            for (int n = reader.read(x, evaluation.chunk()); n > 0; n = reader.read(x, evaluation.chunk())) {
                units.undo(x);
                requireFinite(x, n * size, done, size, reader.source());
                requireTimesFor(done + n, false, reader.source());
                out.append(n * mixture.mixtures().size(), chunk.evaluate(x, n, done));
                done = Math.addExact(done, n);
                progress.at(done, reader.rows().orElse(-1), "points");
            }
            requireTimesFor(done, true, reader.source());
        }
    }

    private void checkShape() throws IOException {
        int b = mixture.mixtures().size();
        int d = mixture.d();
        List<Integer> needed = mixture.batched() ? List.of(b, d) : List.of(d);
        try (ArrayReader reader = ArrayFiles.open(points, selection)) {
            if (!reader.rowShape().equals(needed)) {
                throw new InputException(reader.source() + ": points must have shape "
                        + (mixture.batched() ? "[N, B, D] with B = " + b + " and D = " + d : "[N, D] with D = " + d)
                        + " as the mixture has, got rows of shape " + reader.rowShape());
            }
            if (reader.rows().isPresent()) {
                requireTimesFor((int) Math.min(reader.rows().getAsLong(), Integer.MAX_VALUE), true, reader.source());
            }
        }
    }

    private void requireTimesFor(int n, boolean all, String source) {
        if (times instanceof TimeChoice.PerPoint each) {
            int given = each.points(mixture);
            if (given >= 0 && (all ? given != n : given < n)) {
                throw new InputException(each.file() + ": holds times for " + given + " points, but " + source + " has "
                        + (all ? "" : "at least ") + n);
            }
        }
    }

    static void requireFinite(double[] x, int length, long first, int size, String source) {
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new InputException(source + ": row " + (first + i / size) + " must be finite, got " + x[i]
                        + " at coordinate " + i % size);
            }
        }
    }
}
