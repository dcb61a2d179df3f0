package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;

/// Data that are shown beside a mixture, in its coordinates.
///
/// @param reference the file and its columns
/// @param coordinates those of the file, or standardised ones
/// @param labels what the columns are called; empty for their names in the file
public record ShownData(DataReference reference, Coordinates coordinates, List<String> labels) {
    private static final List<String> KEYS = List.of("data", "columns", "standardise", "labels");

    /// Copies the list.
    public ShownData {
        labels = List.copyOf(labels);
    }

    /// In which coordinates data are shown.
    public enum Coordinates {
        /// As the file has them.
        OF_THE_FILE,
        /// Every column with mean 0 and standard deviation 1 over all its rows, as a fit standardises it.
        STANDARDISED;

        static Coordinates of(boolean standardise) {
            return standardise ? STANDARDISED : OF_THE_FILE;
        }
    }

    static ShownData read(Node node) {
        node.known(KEYS);
        return new ShownData(
                DataReference.read(node),
                Coordinates.of(node.find("standardise").map(Node::truth).orElse(false)),
                node.find("labels").map(ShownData::labels).orElse(List.of()));
    }

    private static List<String> labels(Node node) {
        List<String> labels = node.items().stream().map(Node::text).toList();
        if (labels.isEmpty()) {
            throw node.error("must not be empty");
        }
        return labels;
    }

    /// All rows.
    ///
    /// @return a point for each
    /// @throws InputException if the file cannot be read so, or a column that is to be standardised is constant
    public Points points() {
        return switch (coordinates) {
            case OF_THE_FILE -> reference.points();
            case STANDARDISED -> reference.standardised();
        };
    }

    /// What the coordinates are called.
    ///
    /// @return a name for each, which says so where it is standardised
    /// @throws InputException if there is another number of labels
    public List<String> names() {
        List<String> columns = reference.names();
        if (!labels.isEmpty() && labels.size() != columns.size()) {
            throw new InputException(
                    "data.labels: must be " + columns.size() + " as there are columns, got " + labels.size());
        }
        List<String> names = labels.isEmpty() ? columns : labels;
        return switch (coordinates) {
            case OF_THE_FILE -> names;
            case STANDARDISED ->
                names.stream().map(name -> name + " (standardised)").toList();
        };
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        reference.write(document);
        if (coordinates == Coordinates.STANDARDISED) {
            document.put("standardise", true);
        }
        if (!labels.isEmpty()) {
            document.put("labels", labels);
        }
        return document;
    }
}
