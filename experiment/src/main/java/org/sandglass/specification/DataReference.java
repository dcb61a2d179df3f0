package org.sandglass.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sandglass.fit.Labelling;
import org.sandglass.fit.Standardising;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;

/// Data that a mixture is made from: a file and the columns of it.
///
/// @param file the file, relative paths resolved
/// @param columns names, indices, or ranges as `0..63`; none for all
public record DataReference(Path file, List<String> columns) {
    /// Copies the list.
    public DataReference {
        columns = List.copyOf(columns);
    }

    static final List<String> KEYS = List.of("data", "columns");

    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
    private static final String NUMBERED = "\\s*\\d+(\\s*\\.\\.\\s*\\d+)?\\s*";

    static DataReference read(Node node) {
        List<String> columns = node.find("columns").map(DataReference::columns).orElse(List.of());
        return new DataReference(node.get("data").file(), columns);
    }

    /// All rows, finite, at least one.
    ///
    /// @return a point for each
    /// @throws InputException if the file cannot be read so
    public Points points() {
        return attempt(() -> {
            requireColumns(columns);
            Points points = ArrayFiles.readPoints(file, Selection.columns(columns));
            if (points.n() == 0) {
                throw InputException.in(file, "holds no rows");
            }
            requireFinite(points);
            return points;
        });
    }

    /// All rows, each column shifted and scaled to mean 0 and standard deviation 1.
    ///
    /// @return a point for each
    /// @throws InputException if the file cannot be read so, or a column is constant
    Points standardised() {
        Points points = points();
        try {
            return Standardising.of(points);
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, named(String.valueOf(e.getMessage())));
        }
    }

    /// A message with the names of columns in place of their numbers.
    String named(String message) {
        List<String> names = names();
        return COLUMN.matcher(message)
                .replaceAll(m -> Matcher.quoteReplacement("column " + names.get(Integer.parseInt(m.group(1)))));
    }

    private void requireFinite(Points points) {
        int row = points.firstNonFiniteRow();
        for (int j = 0; row >= 0 && j < points.d(); j++) {
            if (!Double.isFinite(points.get(row, j))) {
                throw InputException.in(
                        file,
                        "row " + row + ", column " + names().get(j) + " must be finite, got " + points.get(row, j));
            }
        }
    }

    /// The names of the columns, their numbers where they have none.
    ///
    /// @return a name for each coordinate
    public List<String> names() {
        return attempt(() -> ArrayFiles.columnNames(file, columns));
    }

    /// The same, but where no columns are chosen and there are none of points (`x0 …`), all except one.
    DataReference without(String label) {
        return attempt(() -> {
            requireColumns(List.of(label));
            List<String> names = ArrayFiles.columnNames(file);
            boolean named = columns.isEmpty() && names.contains(label) && !names.contains("x0");
            return named
                    ? new DataReference(
                            file,
                            names.stream().filter(name -> !name.equals(label)).toList())
                    : this;
        });
    }

    /// The labels in a column.
    Labelling labels(String column) {
        return attempt(() -> {
            requireColumns(List.of(column));
            List<String> labels = ArrayFiles.labels(file, column);
            if (labels.indexOf("") >= 0) {
                throw InputException.in(
                        file, "row " + labels.indexOf("") + ", column " + column + " is empty, needed a label");
            }
            return Labelling.of(labels);
        });
    }

    /// Refuses a name that is none, with the nearest that is.
    private void requireColumns(List<String> wanted) throws IOException {
        List<String> names = ArrayFiles.columnNames(file);
        for (String name : wanted) {
            if (!names.contains(name.strip()) && !name.matches(NUMBERED)) {
                throw InputException.in(file, "has no column \"" + name + "\"; " + Nearest.suggestion(name, names));
            }
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

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T attempt(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
