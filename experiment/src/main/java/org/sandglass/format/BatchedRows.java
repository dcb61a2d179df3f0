package org.sandglass.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The rows of a table with a batch index `b` in its first column, `B` after each other, as rows `[B, D]`.
///
/// The first rows, up to the next with `b = 0`, tell `B`; all others must count `b` from 0 to `B − 1` again and
/// again.
final class BatchedRows implements ArrayReader {
    private final ArrayReader flat;
    private final int d;
    private final double[] one;
    private final double[] first;
    private final int batch;
    private boolean firstDelivered;
    private boolean oneIsPending;
    private long row;

    /// @param flat rows of `b` and the coordinates; closed with this reader
    /// @throws IOException if the machine fails
    BatchedRows(ArrayReader flat) throws IOException {
        this.flat = flat;
        this.d = flat.rowSize() - 1;
        this.one = new double[d + 1];
        double[] start = new double[0];
        int count = 0;
        while (nextIs(count)) {
            start = Arrays.copyOf(start, Math.max(start.length, 2 * (count + 1) * d));
            System.arraycopy(one, 1, start, count++ * d, d);
        }
        if (count == 0 || (oneIsPending && one[0] != 0)) {
            throw new InputException(flat.source() + ": column b needs 0, 1, …, B - 1 for each point"
                    + (oneIsPending ? ", got " + one[0] + " in row " + count : ""));
        }
        this.first = start;
        this.batch = count;
    }

    private boolean nextIs(int mixture) throws IOException {
        oneIsPending = flat.read(one, 1) == 1;
        return oneIsPending && one[0] == mixture;
    }

    @Override
    public String source() {
        return flat.source();
    }

    @Override
    public List<Integer> rowShape() {
        return List.of(batch, d);
    }

    @Override
    public OptionalLong rows() {
        OptionalLong rows = flat.rows();
        return rows.isPresent() && rows.getAsLong() % batch == 0
                ? OptionalLong.of(rows.getAsLong() / batch)
                : OptionalLong.empty();
    }

    @Override
    public int read(double[] out, int maxRows) throws IOException {
        int rows = 0;
        while (rows < maxRows && readOne(out, rows * batch * d)) {
            rows++;
            row++;
        }
        return rows;
    }

    private boolean readOne(double[] out, int at) throws IOException {
        if (!firstDelivered) {
            firstDelivered = true;
            System.arraycopy(first, 0, out, at, batch * d);
            return true;
        }
        if (!oneIsPending) {
            return false;
        }
        System.arraycopy(one, 1, out, at, d);
        for (int b = 1; b < batch; b++) {
            require(nextIs(b), b);
            System.arraycopy(one, 1, out, at + b * d, d);
        }
        boolean more = nextIs(0);
        require(more || !oneIsPending, 0);
        return true;
    }

    private void require(boolean good, int expected) {
        if (!good) {
            throw new InputException(source() + ": column b needs " + expected + " at point " + (row + 1) + ", got "
                    + (oneIsPending ? String.valueOf(one[0]) : "the end of the file"));
        }
    }

    @Override
    public void close() throws IOException {
        flat.close();
    }
}
