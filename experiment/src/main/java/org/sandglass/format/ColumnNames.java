package org.sandglass.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The columns of a table, found by name, index or range.
///
/// @param source names the table in messages
/// @param names of all columns; of a table without a header `0`, `1`, …
record ColumnNames(String source, List<String> names) {
    /// The columns of a table without a header.
    ///
    /// @param source names the table in messages
    /// @param count how many
    /// @return columns named by their indices
    static ColumnNames numbered(String source, int count) {
        return new ColumnNames(
                source, IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    /// The columns meant by a selection, or the points' by default.
    ///
    /// @param selected names, indices and ranges; may be empty
    /// @return their indices, in the order selected
    List<Integer> choose(List<String> selected) {
        if (!selected.isEmpty()) {
            return selected.stream().flatMap(item -> find(item).stream()).toList();
        }
        List<Integer> points = points();
        return points.isEmpty() ? IntStream.range(0, names.size()).boxed().toList() : points;
    }

    /// The column of batch indices, where the points' columns are named `x0 …` and nothing else was
    /// asked for.
    ///
    /// @param selected names, indices and ranges; may be empty
    /// @return the index of column `b`, if it matters
    OptionalInt batch(List<String> selected) {
        int b = names.indexOf(ArrayLayout.BATCH);
        return selected.isEmpty() && b >= 0 && !points().isEmpty() ? OptionalInt.of(b) : OptionalInt.empty();
    }

    /// The columns to read: the batch index, if there is one, before the others.
    ///
    /// @param batch its column
    /// @param others the columns of numbers
    /// @return all their indices
    List<Integer> withBatch(OptionalInt batch, List<Integer> others) {
        List<Integer> columns = new ArrayList<>(others);
        batch.ifPresent(b -> columns.addFirst(b));
        return List.copyOf(columns);
    }

    /// One column.
    ///
    /// @param column its name or index
    /// @return its index
    int one(String column) {
        List<Integer> found = find(column);
        if (found.size() != 1) {
            throw new InputException(source + ": one column was needed, got " + column);
        }
        return found.getFirst();
    }

    private List<Integer> points() {
        List<Integer> columns = new ArrayList<>();
        for (int j = names.indexOf("x0"); j >= 0; j = names.indexOf("x" + columns.size())) {
            columns.add(j);
        }
        return columns;
    }

    private List<Integer> find(String item) {
        String wanted = item.strip();
        if (names.contains(wanted)) {
            return List.of(names.indexOf(wanted));
        }
        IndexRange range = IndexRange.find(wanted)
                .orElseThrow(() -> new InputException(source + ": has no column " + wanted + ", it has " + listed()));
        if (range.last() >= names.size()) {
            throw new InputException(
                    source + ": has no column " + range.last() + ", it has " + names.size() + ": " + listed());
        }
        return range.stream().boxed().toList();
    }

    private String listed() {
        int most = 12;
        String some = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? some + ", … " + names.getLast() : some;
    }
}
