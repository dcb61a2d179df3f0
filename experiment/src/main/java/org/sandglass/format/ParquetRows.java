package org.sandglass.format;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.Type;

/// Chosen columns of a Parquet table as rows of numbers.
final class ParquetRows implements ArrayReader {
    /// Marks a column that is not wanted.
    private static final int UNWANTED = -1;

    private final String source;
    private final List<String> columns;
    private final ParquetReader<double[], double[], Integer> reader;
    private final double[] row;

    private ParquetRows(Path file, List<String> columns) throws IOException {
        this.source = file.toString();
        this.columns = columns;
        this.row = new double[columns.size()];
        this.reader = ParquetReader.spliterator(ParquetReader.makeInputFile(file.toFile()), new Row(), this::place);
    }

    /// Opens chosen columns, the batch index first where it matters.
    ///
    /// @param file the file
    /// @param selected names, indices and ranges; may be empty
    /// @return their rows
    /// @throws InputException if it is no Parquet file, or has no such columns
    /// @throws IOException if the machine fails
    static ArrayReader open(Path file, List<String> selected) throws IOException {
        try {
            ParquetMetadata metadata = ParquetReader.readMetadata(file.toFile());
            List<String> all = metadata.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
            ColumnNames names = new ColumnNames(file.toString(), all);
            OptionalInt batch = names.batch(selected);
            List<String> chosen = names.withBatch(batch, names.choose(selected)).stream()
                    .map(all::get)
                    .toList();
            ArrayReader rows = new ParquetRows(file, chosen);
            return batch.isPresent() ? new BatchedRows(rows) : rows;
        } catch (InputException | FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library throws both for damaged files
            throw damaged(file.toString(), e);
        }
    }

    private static InputException damaged(String source, Exception e) {
        return new InputException(source + ": is not a readable Parquet file: " + e.getMessage());
    }

    private Integer place(String... path) {
        return path.length == 1 ? columns.indexOf(path[0]) : UNWANTED;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Integer> rowShape() {
        return List.of(columns.size());
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public int read(double[] out, int maxRows) throws IOException {
        int count = 0;
        try {
            while (count < maxRows && reader.tryAdvance(_ -> {})) {
                System.arraycopy(row, 0, out, count++ * row.length, row.length);
            }
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(source, e);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Puts the values of one record into the row.
    private final class Row implements Hydrator<double[], double[], Integer> {
        private final boolean[] seen = new boolean[columns.size()];

        @Override
        public double[] start() {
            Arrays.fill(seen, false);
            return row;
        }

        @Override
        public double[] add(double[] target, Integer column, Object value) {
            if (column != UNWANTED && value != null) {
                target[column] = number(columns.get(column), value);
                seen[column] = true;
            }
            return target;
        }

        @Override
        public double[] finish(double[] target) {
            for (int j = 0; j < seen.length; j++) {
                if (!seen[j]) {
                    throw new InputException(source + ": column " + columns.get(j) + ": a number is missing");
                }
            }
            return target;
        }

        private double number(String column, Object value) {
            return switch (value) {
                case Number number -> number.doubleValue();
                case Boolean bool -> bool ? 1 : 0;
                default -> throw new InputException(
                        source + ": column " + column + ": '" + value + "' is not a number");
            };
        }
    }
}
