package org.sandglass.arrayops;

/// A matrix of floats in panels of four columns, 64 rows at a time: what a last panel lacks of its four columns, and
/// the last 64 of rows, is 0.
///
/// Entry `(k, c)` is `data[256·panels·⌊k/64⌋ + rowStep·(k mod 64) + panelStep·⌊c/4⌋ + c mod 4]`. Packed, four columns
/// of 64 rows lie together, which suits loops over all rows; by rows, each row does, which suits loops over few.
///
/// @param data the live numbers
/// @param panels how many times four columns
/// @param rowStep from a row to the next
/// @param panelStep from a panel to the next
@SuppressWarnings("ArrayRecordComponent") // a view; never compared
public record FloatPanels(float[] data, int panels, int rowStep, int panelStep) {
    /// Columns of a panel.
    public static final int WIDTH = 4;

    /// Rows of a block: as many as have a row of a full tile each in the first cache.
    public static final int BLOCK = 64;

    /// The entries of a matrix.
    @FunctionalInterface
    public interface Entries {
        /// One of them.
        ///
        /// @param row from 0
        /// @param column from 0
        /// @return a number that fits a float
        double at(int row, int column);
    }

    /// Rounds a matrix to single precision, packed.
    ///
    /// @param rows how many rows
    /// @param columns how many columns
    /// @param entries its numbers
    /// @return the matrix
    /// @throws ArithmeticException if it has more entries than an array can hold
    public static FloatPanels packed(int rows, int columns, Entries entries) {
        FloatPanels out = new FloatPanels(room(rows, panels(columns)), panels(columns), WIDTH, BLOCK * WIDTH);
        out.fill(rows, columns, entries);
        return out;
    }

    /// Rounds a matrix to single precision, by rows.
    ///
    /// @param rows how many rows
    /// @param columns how many columns
    /// @param entries its numbers
    /// @return the matrix
    /// @throws ArithmeticException if it has more entries than an array can hold
    public static FloatPanels byRows(int rows, int columns, Entries entries) {
        int panels = panels(columns);
        FloatPanels out = new FloatPanels(room(rows, panels), panels, panels * WIDTH, WIDTH);
        out.fill(rows, columns, entries);
        return out;
    }

    private static int panels(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    private static float[] room(int rows, int panels) {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        return new float[Math.multiplyExact(Math.multiplyExact(blocks, panels), BLOCK * WIDTH)];
    }

    private void fill(int rows, int columns, Entries entries) {
        for (int k = 0; k < rows; k++) {
            for (int c = 0; c < columns; c++) {
                data[at(c / WIDTH, k) + c % WIDTH] = (float) entries.at(k, c);
            }
        }
    }

    /// How many columns, those of zeros included.
    ///
    /// @return a multiple of four
    public int columns() {
        return panels * WIDTH;
    }

    /// From a block of rows to the next.
    int blockStep() {
        return panels * BLOCK * WIDTH;
    }

    /// The end of the rows that begin at `k` and lie in one block.
    ///
    /// @param k a row
    /// @param to a row after it
    /// @return the first of another block, at most `to`
    static int blockEnd(int k, int to) {
        return Math.min(to, k - k % BLOCK + BLOCK);
    }

    /// Where row `k` of a panel begins.
    int at(int panel, int k) {
        return k / BLOCK * blockStep() + k % BLOCK * rowStep + panel * panelStep;
    }

    float get(int row, int column) {
        return data[at(column / WIDTH, row) + column % WIDTH];
    }
}
