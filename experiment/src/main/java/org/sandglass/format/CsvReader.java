package org.sandglass.format;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/// Chosen columns of a CSV file as rows of numbers.
final class CsvReader implements ArrayReader {
    private final String source;
    private final CsvTable table;
    private final int[] columns;

    /// @param source names the file in messages
    /// @param table the file, before its first record; closed with this reader
    /// @param columns the indices of the columns, in order
    CsvReader(String source, CsvTable table, List<Integer> columns) {
        this.source = source;
        this.table = table;
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Integer> rowShape() {
        return List.of(columns.length);
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public int read(double[] out, int maxRows) throws IOException {
        int rows = 0;
        while (rows < maxRows) {
            List<String> record = table.next();
            if (record.isEmpty()) {
                return rows;
            }
            for (int j = 0; j < columns.length; j++) {
                out[rows * columns.length + j] = number(columns[j], record.get(columns[j]));
            }
            rows++;
        }
        return rows;
    }

    private double number(int column, String text) {
        return NumberText.parse(text)
                .orElseThrow(() -> new InputException(table.place(column)
                        + (text.isEmpty() ? ": a number is missing" : ": '" + text + "' is not a number")));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
