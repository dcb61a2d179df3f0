package org.sandglass.format;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/// Chosen columns of an `[N, D]` array.
final class PickedColumns implements ArrayReader {
    private final ArrayReader all;
    private final int[] columns;
    private double[] buffer = new double[0];

    /// @param all the array; closed with this reader
    /// @param selected indices and ranges
    PickedColumns(ArrayReader all, List<String> selected) {
        this.all = all;
        if (all.rowShape().size() != 1) {
            throw new InputException(all.source()
                    + ": columns are chosen from an array [N, D], this one has rows of shape " + all.rowShape());
        }
        this.columns = ColumnNames.numbered(all.source(), all.rowSize()).choose(selected).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public String source() {
        return all.source();
    }

    @Override
    public List<Integer> rowShape() {
        return List.of(columns.length);
    }

    @Override
    public OptionalLong rows() {
        return all.rows();
    }

    @Override
    public int read(double[] out, int maxRows) throws IOException {
        int width = all.rowSize();
        if (buffer.length < maxRows * width) {
            buffer = new double[maxRows * width];
        }
        int rows = all.read(buffer, maxRows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns.length; j++) {
                out[i * columns.length + j] = buffer[i * width + columns[j]];
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
