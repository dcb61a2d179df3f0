package org.sandglass.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;

/// Numbers at the nodes of a grid over a window, edges included: node `(i, j)` is number `j·columns + i`, with
/// `i` from left to right and `j` from low to high.
///
/// A node for every two pixels or so, 151 × 151 in a panel, puts contours where they belong to a fraction of a
/// pixel. The numbers are its own.
public final class Grid {
    private final Window window;
    private final int columns;
    private final int rows;
    private final double[] values;

    private Grid(Window window, int columns, int rows, double[] values) {
        if (columns < 2 || rows < 2 || values.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException("Grid needs columns >= 2, rows >= 2 and columns·rows numbers, got "
                    + columns + ", " + rows + ", " + values.length + " numbers");
        }
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /// The nodes, to evaluate something at.
    ///
    /// @param window the part of the plane
    /// @param columns how many beside each other, at least 2
    /// @param rows how many over each other, at least 2
    /// @return `columns·rows` points of the plane, in the order of the numbers
    /// @throws IllegalArgumentException if there are too few columns or rows
    public static Points nodes(Window window, int columns, int rows) {
        Grid empty = new Grid(window, columns, rows, new double[Math.multiplyExact(columns, rows)]);
        double[] data = new double[2 * columns * rows];
        for (int k = 0; k < columns * rows; k++) {
            data[2 * k] = empty.x(k % columns);
            data[2 * k + 1] = empty.y(k / columns);
        }
        return Points.wrap(data, columns * rows, 2);
    }

    /// Numbers at the nodes.
    ///
    /// @param window the part of the plane
    /// @param columns how many beside each other, at least 2
    /// @param rows how many over each other, at least 2
    /// @param values `columns·rows` numbers, in the order of [#nodes]; copied; NaN counts as least
    /// @return the grid
    /// @throws IllegalArgumentException if the numbers are not that many
    public static Grid of(Window window, int columns, int rows, double[] values) {
        return new Grid(window, columns, rows, values.clone());
    }

    /// A function at the nodes.
    ///
    /// @param window the part of the plane
    /// @param columns how many beside each other, at least 2
    /// @param rows how many over each other, at least 2
    /// @param function of the two coordinates
    /// @return the grid
    public static Grid of(Window window, int columns, int rows, DoubleBinaryOperator function) {
        Points nodes = nodes(window, columns, rows);
        double[] values = IntStream.range(0, nodes.n())
                .mapToDouble(k -> function.applyAsDouble(nodes.get(k, 0), nodes.get(k, 1)))
                .toArray();
        return new Grid(window, columns, rows, values);
    }

    /// The part of the plane.
    ///
    /// @return the window
    public Window window() {
        return window;
    }

    /// The greatest finite number.
    ///
    /// @return it, or `−∞` if there is none
    public double greatest() {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /// Levels that divide the range from 0 to the greatest number into equal parts.
    ///
    /// @param count how many, at least 1
    /// @return rising levels; none if no number is above 0
    public List<Double> levels(int count) {
        double greatest = greatest();
        if (!(greatest > 0)) {
            return List.of();
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> greatest * i / (count + 1))
                .toList();
    }

    /// Levels of a density above which given shares of its mass lie, as far as the window holds it.
    ///
    /// @param shares from 0 to 1, as 0.5, 0.9, 0.99
    /// @return rising levels; none if no number is above 0
    public List<Double> levelsOfMass(double... shares) {
        double[] sorted = Arrays.stream(values)
                .filter(v -> v > 0 && Double.isFinite(v))
                .sorted()
                .toArray();
        double total = Arrays.stream(sorted).sum();
        return Arrays.stream(shares)
                .mapToObj(share -> levelOfMass(sorted, (1 - share) * total))
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toList();
    }

    private static double levelOfMass(double[] rising, double below) {
        double sum = 0;
        for (double value : rising) {
            sum += value;
            if (sum > below) {
                return value;
            }
        }
        return Double.NaN;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double x(int i) {
        return window.left() + (window.right() - window.left()) * i / (columns - 1);
    }

    double y(int j) {
        return window.low() + (window.high() - window.low()) * j / (rows - 1);
    }

    /// The number at a node; beyond the edges, and for NaN, less than any other.
    double value(int i, int j) {
        if (i < 0 || j < 0 || i >= columns || j >= rows) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = values[j * columns + i];
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
