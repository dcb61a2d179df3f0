package org.sandglass.figure;

import java.util.List;
import org.sandglass.linalg.Points;

/// Images as tiles, in rows: digits, means of components, a reverse process from noise to digit.
///
/// Pixels go from the colour of the page at the low end to that of ink at the high end; beyond the ends they
/// have the colour of the end. Pixels that are NaN, of which nothing is known, are hatched.
///
/// @param sheet title, caption and width
/// @param width pixels beside each other, `≥ 1`
/// @param height pixels over each other, `≥ 1`
/// @param low the number that is the colour of the page
/// @param high the number that is ink, `> low`
/// @param columns a label over each column of tiles, from the left; empty for none, and at most as many as the
///     longest row has images
/// @param rows rows of images
public record TileFigure(
        Sheet sheet, int width, int height, double low, double high, List<String> columns, List<Row> rows)
        implements Figure {
    /// Images beside each other.
    ///
    /// @param label at their left; may be empty
    /// @param images n × (width·height), each from its upper left pixel, row by row
    public record Row(String label, Points images) {}

    /// Checks the sizes.
    public TileFigure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (!(width >= 1 && height >= 1 && low < high && high - low <= 1e300)) {
            throw new IllegalArgumentException("TileFigure needs width >= 1, height >= 1 and low < high, got width="
                    + width + ", height=" + height + ", low=" + low + ", high=" + high);
        }
        for (Row row : rows) {
            Planar.columns("TileFigure", row.images, Math.multiplyExact(width, height));
        }
        if (columns.size() > longest(rows)) {
            throw new IllegalArgumentException("TileFigure needs at most as many labels of columns as there are, "
                    + longest(rows) + ", got " + columns.size());
        }
    }

    /// How many images the longest row has.
    int columnsOfTiles() {
        return longest(rows);
    }

    private static int longest(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.images.n()).max().orElse(0);
    }
}
