package org.sandglass.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayReader;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.specification.ResolvedMixture;

/// Where Langevin chains start: points `[n, B, D]` of consecutive rows, as the mixture has them.
interface ChainStarts extends Closeable {
    /// Opens them, when all else has been found right.
    interface Opening {
        ChainStarts open() throws IOException;
    }

    /// The next rows.
    double[] rows(long from, int n) throws IOException;

    @Override
    default void close() throws IOException {}

    /// Standard normals in units of length: row `i` has its own place in stream `("langevin start <split>")`.
    static ChainStarts normal(ResolvedMixture mixture, Draws.Langevin draws, Units units) {
        int perRow = mixture.mixtures().size() * mixture.d();
        RandomStream normals = RandomStreams.of(draws.seed()).stream(
                "langevin start " + draws.split().word());
        return (from, n) -> {
            double[] x = new double[Math.multiplyExact(n, perRow)];
            normals.seek(Math.multiplyExact(from, perRow));
            normals.fillNormals(x, 0, x.length);
            units.undo(x);
            return x;
        };
    }

    /// The rows of a file, of which those before the offset are passed over.
    static ChainStarts file(ResolvedMixture mixture, Draws.Start.Rows start, long offset, Units units)
            throws IOException {
        List<Integer> needed =
                mixture.batched() ? List.of(mixture.mixtures().size(), mixture.d()) : List.of(mixture.d());
        ArrayReader reader = ArrayFiles.open(start.file(), Selection.usual());
        try {
            if (!reader.rowShape().equals(needed)) {
                throw new InputException(reader.source() + ": states to start from must have rows of shape " + needed
                        + " as the mixture has, got rows of shape " + reader.rowShape());
            }
            skip(reader, offset);
            return fromReader(reader, units);
        } catch (IOException | InputException e) {
            reader.close();
            throw e;
        }
    }

    private static void skip(ArrayReader reader, long rows) throws IOException {
        double[] room = new double[1024 * reader.rowSize()];
        for (long done = 0; done < rows; ) {
            int got = reader.read(room, (int) Math.min(1024, rows - done));
            if (got == 0) {
                throw tooFew(reader, done);
            }
            done += got;
        }
    }

    private static InputException tooFew(ArrayReader reader, long rows) {
        return new InputException(reader.source() + ": has only " + rows
                + " rows to start from; chain i starts at row i, up to" + " --offset + -n");
    }

    private static ChainStarts fromReader(ArrayReader reader, Units units) {
        return new ChainStarts() {
            @Override
            public double[] rows(long from, int n) throws IOException {
                double[] x = new double[Math.multiplyExact(n, reader.rowSize())];
                int got = reader.read(x, n);
                if (got < n) {
                    throw tooFew(reader, from + got);
                }
                PointEvaluation.requireFinite(x, x.length, from, reader.rowSize(), reader.source());
                units.undo(x);
                return x;
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
