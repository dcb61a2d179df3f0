package org.sandglass.format;

/// One row of a table of results, as the numbers of its columns in order.
final class RowNumbers {
    private final ArrayLayout layout;
    private final boolean[] integers;
    private final double[] numbers;

    RowNumbers(ArrayLayout layout) {
        this.layout = layout;
        this.numbers = new double[layout.columns().size()];
        this.integers = integers(layout, numbers.length);
    }

    private static boolean[] integers(ArrayLayout layout, int columns) {
        boolean[] integers = new boolean[columns];
        int column =
                columns - layout.quantities().stream().mapToInt(Quantity::size).sum();
        if (layout.batch().isPresent()) {
            integers[column - 1] = true;
        }
        for (Quantity quantity : layout.quantities()) {
            for (int i = 0; i < quantity.size(); i++) {
                integers[column++] = quantity.kind() == Quantity.Kind.INTEGER;
            }
        }
        return integers;
    }

    /// Gathers a row.
    ///
    /// @param counter where the writer stands
    /// @param row the row's distance from the next one to be counted
    /// @param quantities their numbers, per quantity
    /// @return a number per column, in an array that the next call reuses
    double[] at(RowCounter counter, int row, double[]... quantities) {
        int column = 0;
        if (!layout.times().isEmpty()) {
            numbers[column++] = counter.time();
        }
        if (layout.batch().isPresent()) {
            numbers[column++] = counter.mixture(row);
        }
        for (int q = 0; q < quantities.length; q++) {
            int size = layout.quantities().get(q).size();
            System.arraycopy(quantities[q], row * size, numbers, column, size);
            column += size;
        }
        return numbers;
    }

    /// Whether a column holds integers.
    ///
    /// @param column its index
    /// @return true for the column `b` before the quantities, and those of integer quantities
    boolean isInteger(int column) {
        return integers[column];
    }
}
