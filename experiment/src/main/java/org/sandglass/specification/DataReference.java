package org.sandglass.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;

/// Data that a mixture is made from: a file and the columns of it.
///
/// @param where the place that names it, for messages
/// @param file the file, relative paths resolved
/// @param columns names, indices, or ranges as `0..63`; none for all
record DataReference(String where, Path file, List<String> columns) {
    static final List<String> KEYS = List.of("data", "columns");

    static DataReference read(Node node) {
        List<String> columns = node.find("columns").map(DataReference::columns).orElse(List.of());
        return new DataReference(node.where(), node.get("data").file(), columns);
    }

    /// All rows, finite, at least one.
    Points points() {
        try {
            Points points = ArrayFiles.readPoints(file, Selection.columns(columns));
            if (points.n() == 0) {
                throw InputException.in(file, "holds no rows");
            }
            if (points.firstNonFiniteRow() >= 0) {
                throw InputException.in(
                        file, "row " + points.firstNonFiniteRow() + " holds a number that is missing or not finite");
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds `data` and `columns`; the path as it is from the working directory, absolute.
    void write(SequencedMap<String, Object> document) {
        document.put("data", file.toAbsolutePath().normalize());
        if (!columns.isEmpty()) {
            document.put("columns", columns);
        }
    }

    private static List<String> columns(Node node) {
        if (!node.isList()) {
            return List.of(node.text());
        }
        return node.items().stream().map(Node::text).toList();
    }
}
