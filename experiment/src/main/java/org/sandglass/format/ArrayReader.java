package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One array of a file, read row by row: shape `[N, …]`, in the memory of the rows asked for.
///
/// Made by [ArrayFiles#open]. Used by one thread.
public interface ArrayReader extends Closeable {
    /// What is read, for messages.
    ///
    /// @return the file as the caller named it, with the array's name where a file holds several: `a.npz[x]`
    String source();

    /// The shape of one row: the axes after the first.
    ///
    /// @return `[D]` for points, `[B, D]` for a batch, `[]` for a list of numbers
    List<Integer> rowShape();

    /// How many rows there are, if the file says so beforehand.
    ///
    /// @return `N`, or empty when only reading to the end will tell
    OptionalLong rows();

    /// Reads the next rows, in order.
    ///
    /// @param out receives the rows, row-major, from its start; its length is a multiple of the row size or
    /// more
    /// @param maxRows the most rows to read, `≥ 1`
    /// @return how many rows were read, less than `maxRows` only at the end, where it is 0
    /// @throws InputException if the file is not what it must be
    /// @throws IOException if the machine fails
    int read(double[] out, int maxRows) throws IOException;

    /// How many numbers one row holds.
    ///
    /// @return the product of [#rowShape()]
    default int rowSize() {
        return Shapes.rowSize(rowShape());
    }

    /// Reads all rows that are left.
    ///
    /// @return them as one array `[N, …]`
    /// @throws InputException if the file is not what it must be, or too large to be held whole
    /// @throws IOException if the machine fails
    default NumberArray readAll() throws IOException {
        int rowSize = rowSize();
        double[] data = new double[(int) Math.min(rows().orElse(0) * rowSize, Integer.MAX_VALUE - 8)];
        double[] chunk = new double[Math.max(1, rowSize) * (1 + 8192 / Math.max(1, rowSize))];
        int chunkRows = chunk.length / Math.max(1, rowSize);
        long count = 0;
        for (int got = read(chunk, chunkRows); got > 0; got = read(chunk, chunkRows)) {
            long needed = (count + got) * rowSize;
            if (needed > Integer.MAX_VALUE - 8) {
                throw new InputException(source() + ": more than 2^31 numbers cannot be held at once");
            }
            if (needed > data.length) {
                data = Arrays.copyOf(data, (int) Math.min(Math.max(needed, 2L * data.length), Integer.MAX_VALUE - 8));
            }
            System.arraycopy(chunk, 0, data, (int) count * rowSize, got * rowSize);
            count += got;
        }
        List<Integer> shape =
                Stream.concat(Stream.of((int) count), rowShape().stream()).toList();
        int size = (int) count * rowSize;
        return NumberArray.wrap(shape, data.length == size ? data : Arrays.copyOf(data, size));
    }
}
