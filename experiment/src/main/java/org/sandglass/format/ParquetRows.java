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
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/// Chosen columns of a Parquet table as rows of numbers.
final class ParquetRows implements ArrayReader {
    /// Marks a column that is not wanted.
    private static final int UNWANTED = -1;

    private final String source;
    private final List<String> columns;
    private final ParquetReader<double[], double[], Integer> reader;
    private final double[] row;
    private final boolean[] seen;

    private ParquetRows(Path file, List<String> columns) throws IOException {
        this.source = file.toString();
        this.columns = columns;
        this.row = new double[columns.size()];
        this.seen = new boolean[columns.size()];
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
            MessageType schema = metadata.getFileMetaData().getSchema();
            List<String> all = schema.getFields().stream().map(Type::getName).toList();
            ColumnNames names = new ColumnNames(file.toString(), all);
            OptionalInt batch = names.batch(selected);
            List<String> chosen = names.withBatch(batch, names.choose(selected)).stream()
                    .map(all::get)
                    .toList();
            chosen.forEach(column -> requireNumbers(file, schema.getType(column)));
            ArrayReader rows = new ParquetRows(file, chosen);
            return batch.isPresent() ? new BatchedRows(rows) : rows;
        } catch (InputException | FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library throws both for damaged files
            throw damaged(file.toString(), e);
        }
    }

    /// The columns of a file.
    ///
    /// @param file the file
    /// @return all their names
    /// @throws InputException if it is no Parquet file
    /// @throws IOException if the machine fails
    static ColumnNames columnNames(Path file) throws IOException {
        try {
            MessageType schema =
                    ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema();
            return new ColumnNames(
                    file.toString(),
                    schema.getFields().stream().map(Type::getName).toList());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the library throws both for damaged files
            throw damaged(file.toString(), e);
        }
    }

    private static void requireNumbers(Path file, Type type) {
        boolean plain = type.isPrimitive()
                && switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                    case DOUBLE, FLOAT, INT32, INT64, BOOLEAN -> true;
                    case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> false;
                };
        boolean meantSo = switch (type.getLogicalTypeAnnotation()) {
            case null -> true;
            case IntLogicalTypeAnnotation integer -> integer.isSigned();
            default -> false; // decimals, dates and times are stored as integers too
        };
        if (!plain || !meantSo || type.isRepetition(Type.Repetition.REPEATED)) {
            throw InputException.in(
                    file,
                    "column " + type.getName() + " holds " + type + ", needed doubles, floats or signed integers");
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
        while (count < maxRows && advance()) {
            for (int j = 0; j < row.length; j++) {
                if (!seen[j]) {
                    throw new InputException(source + ": column " + columns.get(j) + ": a number is missing");
                }
            }
            System.arraycopy(row, 0, out, count++ * row.length, row.length);
        }
        return count;
    }

    private boolean advance() {
        try {
            return reader.tryAdvance(_ -> {});
        } catch (RuntimeException e) {
            throw damaged(source, e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Puts the values of one record into the row.
    private final class Row implements Hydrator<double[], double[], Integer> {
        @Override
        public double[] start() {
            Arrays.fill(seen, false);
            return row;
        }

        @Override
        public double[] add(double[] target, Integer column, Object value) {
            if (column != UNWANTED && value != null) {
                target[column] = value instanceof Boolean bool ? (bool ? 1 : 0) : ((Number) value).doubleValue();
                seen[column] = true;
            }
            return target;
        }

        @Override
        public double[] finish(double[] target) {
            return target;
        }
    }
}
