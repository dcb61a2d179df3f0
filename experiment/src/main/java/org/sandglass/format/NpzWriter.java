package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A `.npz` file of arrays of any shapes, whole or not at all.
///
/// Arrays grow side by side, each in a file of its own beside the target; [#commit()] joins them, uncompressed.
/// The same arrays give the same bytes. Arrays beyond 4 GiB are fine. Arrays may be filled by several threads;
/// the rest is for one.
public final class NpzWriter implements Closeable {
    private final WholeFile file;
    private final List<Growing> arrays = new ArrayList<>();

    private NpzWriter(WholeFile file) {
        this.file = file;
    }

    /// A file to be made.
    ///
    /// @param target where it will appear
    /// @return a writer, to be closed
    /// @throws InputException if the target cannot be created
    /// @throws IOException if the machine fails
    public static NpzWriter at(Path target) throws IOException {
        return new NpzWriter(WholeFile.at(target));
    }

    /// Begins an array whose first axis grows with what is written: of `N·D` numbers with row shape `[D]`, an
    /// array `[N, D]`.
    ///
    /// @param name its name in the file
    /// @param rowShape the lengths of the other axes, all `≥ 1`
    /// @return takes the numbers, row-major
    /// @throws IOException if the machine fails
    public ArraySink array(String name, int... rowShape) throws IOException {
        List<Long> row = Arrays.stream(rowShape).mapToObj(Long::valueOf).toList();
        return begin(name, Quantity.Kind.REAL, new Shape.Rows(row));
    }

    /// Adds an array that is already whole.
    ///
    /// @param name its name in the file
    /// @param array its shape and numbers
    /// @throws IOException if the machine fails
    public void put(String name, NumberArray array) throws IOException {
        List<Long> shape = array.shape().stream().map(Integer::longValue).toList();
        begin(name, Quantity.Kind.REAL, new Shape.Whole(shape)).append(array.data(), array.data().length);
    }

    /// Adds a list of integers.
    ///
    /// @param name its name in the file
    /// @param values the integers
    /// @throws IOException if the machine fails
    public void put(String name, long... values) throws IOException {
        begin(name, Quantity.Kind.INTEGER, new Shape.Whole(List.of((long) values.length)))
                .putIntegers(values);
    }

    private ArraySink begin(String name, Quantity.Kind kind, Shape shape) throws IOException {
        if (arrays.stream().anyMatch(array -> array.name.equals(name))) {
            throw new IllegalArgumentException("two arrays are named " + name);
        }
        ArraySink sink = ArraySink.at(file.spare(arrays.size()), 0, kind);
        arrays.add(new Growing(name, shape, sink));
        return sink;
    }

    /// Completes the file and shows it.
    ///
    /// @throws IllegalStateException if an array ends within a row
    /// @throws IOException if the machine fails; then the target is as before
    public void commit() throws IOException {
        NpzEntry.write(file.path(), arrays.stream().map(Growing::finished).toList());
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            for (Growing array : arrays) {
                array.sink.close();
            }
        }
    }

    /// How an array's shape follows from its size.
    private sealed interface Shape {
        record Whole(List<Long> axes) implements Shape {}

        record Rows(List<Long> row) implements Shape {}
    }

    private record Growing(String name, Shape shape, ArraySink sink) {
        NpzEntry finished() {
            return new NpzEntry(name, axes(), sink);
        }

        private List<Long> axes() {
            return switch (shape) {
                case Shape.Whole(List<Long> axes) -> axes;
                case Shape.Rows(List<Long> row) ->
                    Stream.concat(Stream.of(rows(row)), row.stream()).toList();
            };
        }

        private long rows(List<Long> row) {
            long rowSize = Shapes.size(row);
            if (sink.size() % rowSize != 0) {
                throw new IllegalStateException(name + " has " + sink.size() + " numbers in rows of " + rowSize);
            }
            return sink.size() / rowSize;
        }
    }
}
