package org.sandglass.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.sandglass.linalg.Points;

/// Arrays in files: opened and created in the format that the file's suffix names.
public final class ArrayFiles {
    /// The name of the points in a file of several arrays.
    public static final String POINTS = "x";

    private ArrayFiles() {}

    /// Opens the part of a file that a selection means, to be read row by row.
    ///
    /// @param file the file, of any [Format]
    /// @param selection which array and columns
    /// @return its rows, to be closed
    /// @throws InputException if the file is not there, not readable, damaged, or has no such part
    /// @throws IOException if the machine fails
    public static ArrayReader open(Path file, Selection selection) throws IOException {
        FileProblem.requireReadable(file);
        return switch (Format.of(file)) {
            case NPY -> picked(NpyFile.open(file.toString(), file), selection);
            case NPZ -> picked(NpzFile.open(file, selection.array()), selection);
            case JSON -> picked(JsonReader.open(file, selection.array()), selection);
            case CSV, CSV_GZ -> csv(file, selection.columns());
            case PARQUET -> ParquetRows.open(file, selection.columns());
        };
    }

    private static ArrayReader picked(ArrayReader array, Selection selection) throws IOException {
        try {
            return selection.columns().isEmpty() ? array : new PickedColumns(array, selection.columns());
        } catch (InputException e) {
            array.close();
            throw e;
        }
    }

    private static ArrayReader csv(Path file, List<String> columns) throws IOException {
        CsvTable table = CsvTable.open(file);
        try {
            OptionalInt batch = table.names().batch(columns);
            List<Integer> all = table.names().withBatch(batch, table.names().choose(columns));
            ArrayReader rows = new CsvReader(file.toString(), table, all);
            return batch.isPresent() ? new BatchedRows(rows) : rows;
        } catch (IOException | InputException e) {
            table.close();
            throw e;
        }
    }

    /// Reads the part of a file that a selection means, whole.
    ///
    /// @param file the file, of any [Format]
    /// @param selection which array and columns
    /// @return the array
    /// @throws InputException if the file is not there, not readable, damaged, or has no such part
    /// @throws IOException if the machine fails
    public static NumberArray read(Path file, Selection selection) throws IOException {
        try (ArrayReader reader = open(file, selection)) {
            return reader.readAll();
        }
    }

    /// Reads points `[N, D]` whole.
    ///
    /// @param file the file, of any [Format]
    /// @param selection which array and columns
    /// @return the points; they may hold NaN and infinities
    /// @throws InputException if the file is not there, not readable, damaged, or holds no such points
    /// @throws IOException if the machine fails
    public static Points readPoints(Path file, Selection selection) throws IOException {
        try (ArrayReader reader = open(file, selection)) {
            if (reader.rowShape().size() != 1 || reader.rowSize() == 0) {
                throw new InputException(
                        reader.source() + ": needs points [N, D], got rows of shape " + reader.rowShape());
            }
            return reader.readAll().points();
        }
    }

    /// The names of all columns of a table; of an array `[N, D]` or a table without a header their numbers.
    ///
    /// @param file the file, of any [Format]
    /// @return a name per column
    /// @throws InputException if the file is not there, not readable or damaged
    /// @throws IOException if the machine fails
    public static List<String> columnNames(Path file) throws IOException {
        FileProblem.requireReadable(file);
        return switch (Format.of(file)) {
            case CSV, CSV_GZ -> {
                try (CsvTable table = CsvTable.open(file)) {
                    yield table.names().names();
                }
            }
            case PARQUET -> ParquetRows.columnNames(file).names();
            case NPY, NPZ, JSON -> {
                try (ArrayReader array = open(file, Selection.usual())) {
                    yield ColumnNames.numbered(file.toString(), array.rowSize()).names();
                }
            }
        };
    }

    /// The names of the columns that a selection means.
    ///
    /// @param file the file, of any [Format]
    /// @param columns names, indices and ranges; none for those of the points
    /// @return some of [#columnNames(Path)], in the order selected
    /// @throws InputException if there is no such column
    /// @throws IOException if the machine fails
    public static List<String> columnNames(Path file, List<String> columns) throws IOException {
        List<String> all = columnNames(file);
        return new ColumnNames(file.toString(), all)
                .choose(columns).stream().map(all::get).toList();
    }

    /// Reads a column as text, for labels; a number as in `3` or `0.5`.
    ///
    /// @param file the file, of any [Format]
    /// @param column its name or index
    /// @return a value per row, of a `.csv` as it stands there
    /// @throws InputException if the file is not there or has no such column
    /// @throws IOException if the machine fails
    public static List<String> labels(Path file, String column) throws IOException {
        FileProblem.requireReadable(file);
        return switch (Format.of(file)) {
            case CSV, CSV_GZ -> {
                try (CsvTable table = CsvTable.open(file)) {
                    yield table.texts(column);
                }
            }
            case NPY, NPZ, JSON, PARQUET ->
                Arrays.stream(read(file, Selection.columns(column)).data())
                        .mapToObj(ArrayFiles::label)
                        .toList();
        };
    }

    private static String label(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : NumberText.text(number);
    }

    /// Begins a file of results.
    ///
    /// @param target where it will appear, of any [Format]
    /// @param layout what it will hold; for `.npy` one quantity
    /// @return takes the rows, to be closed
    /// @throws InputException if the target cannot be created or its suffix is unknown
    /// @throws IOException if the machine fails
    public static ArrayWriter create(Path target, ArrayLayout layout) throws IOException {
        return switch (Format.of(target)) {
            case NPY -> new NpyArrayWriter(target, layout);
            case NPZ -> new NpzArrayWriter(target, layout);
            case CSV, CSV_GZ -> new CsvArrayWriter(target, layout);
            case PARQUET -> new ParquetArrayWriter(target, layout);
            case JSON -> JsonArrayWriter.toFile(target, layout);
        };
    }

    /// Begins results as strict JSON on a stream, which gets them at the commit.
    ///
    /// @param out the stream, flushed but not closed
    /// @param layout what will be written
    /// @return takes the rows, to be closed
    /// @throws IOException if the machine fails
    public static ArrayWriter print(OutputStream out, ArrayLayout layout) throws IOException {
        return JsonArrayWriter.toStream(out, layout);
    }
}
