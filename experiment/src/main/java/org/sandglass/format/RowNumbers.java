package org.sandglass.format;

/// One row of a table of results, as the numbers of its columns in order.
final class RowNumbers {
    private final ArrayLayout layout;
    private final int leading;
    private final double[] numbers;

    RowNumbers(ArrayLayout layout) {
        this.layout = layout;
        this.numbers = new double[layout.columns().size()];
        this.leading = numbers.length
                - layout.quantities().stream().mapToInt(Quantity::size).sum();
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

    /// Whether a column holds batch indices.
    ///
    /// @param column its index
    /// @return true for the column `b` before the quantities
    boolean isIndex(int column) {
        return layout.batch().isPresent() && column == leading - 1;
    }
}
