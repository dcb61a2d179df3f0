package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayReader;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;

/// Points in a file, to be judged.
///
/// @param file the file
/// @param selection which array or columns of it
/// @param most how many rows to take at most; empty for all
public record SampleFile(Path file, Selection selection, OptionalInt most) {
    /// Reads them.
    ///
    /// @return at least one point, all finite
    /// @throws InputException if the file is not there, not readable, or holds no such points
    /// @throws IOException if the machine fails
    public Points read() throws IOException {
        try (ArrayReader reader = ArrayFiles.open(file, selection)) {
            if (reader.rowShape().size() != 1 || reader.rowSize() == 0) {
                throw new InputException(
                        reader.source() + ": needs points [N, D], got rows of shape " + reader.rowShape());
            }
            Points points = most.isPresent()
                    ? first(most.getAsInt(), reader)
                    : reader.readAll().points();
            requireFinite(points, reader.source());
            return points;
        }
    }

    private static Points first(int n, ArrayReader reader) throws IOException {
        int d = reader.rowSize();
        int room = (int) Math.min(n, reader.rows().orElse(n));
        double[] data = new double[Math.multiplyExact(Math.max(1, room), d)];
        int got = reader.read(data, Math.max(1, room));
        return Points.wrap(Arrays.copyOf(data, got * d), got, d);
    }

    private static void requireFinite(Points points, String source) {
        if (points.n() == 0) {
            throw new InputException(source + ": needs at least one point, got none");
        }
        int row = points.firstNonFiniteRow();
        if (row >= 0) {
            double[] x = points.row(row);
            int j = 0;
            while (Double.isFinite(x[j])) {
                j++;
            }
            throw new InputException(source + ": row " + row + " must be finite, got " + x[j] + " at coordinate " + j);
        }
    }
}
