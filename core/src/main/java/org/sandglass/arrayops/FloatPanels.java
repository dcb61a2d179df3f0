package org.sandglass.arrayops;

/// A matrix of floats, packed in the order in which blocks of a tile read it: 64 rows at a time, and of these four
/// columns side by side, row after row. What the last panel lacks of its four columns is 0.
///
/// With `b = k − k mod 64` and `h` rows from there to the next such number or the end, entry `(k, c)` is
/// `data[(b·panels + c/4·h + k − b)·4 + c mod 4]`.
///
/// @param data the live numbers
/// @param rows how many rows
/// @param panels how many times four columns
@SuppressWarnings("ArrayRecordComponent") // a view; never compared
public record FloatPanels(float[] data, int rows, int panels) {
    /// Columns of a panel.
    public static final int WIDTH = 4;

    /// Rows that lie together: as many as have a row of a full tile each in the first cache.
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

    /// Rounds a matrix to single precision.
    ///
    /// @param rows how many rows
    /// @param columns how many columns
    /// @param entries its numbers
    /// @return the packed matrix
    /// @throws ArithmeticException if it has more entries than an array can hold
    public static FloatPanels of(int rows, int columns, Entries entries) {
        int panels = (columns + WIDTH - 1) / WIDTH;
        FloatPanels out =
                new FloatPanels(new float[Math.multiplyExact(Math.multiplyExact(rows, panels), WIDTH)], rows, panels);
        for (int k = 0; k < rows; k++) {
            for (int c = 0; c < columns; c++) {
                out.data[out.at(c / WIDTH, k) + c % WIDTH] = (float) entries.at(k, c);
            }
        }
        return out;
    }

    /// How many columns, those of zeros included.
    ///
    /// @return a multiple of four
    public int columns() {
        return panels * WIDTH;
    }

    /// The rows from `k` on that lie together, or fewer: they end here.
    ///
    /// @param k a row
    /// @param to a row after it
    /// @return the first that lies elsewhere, at most `to`
    static int blockEnd(int k, int to) {
        return Math.min(to, k - k % BLOCK + BLOCK);
    }

    /// Where row `k` of a panel begins; the rows after it follow, up to [#blockEnd].
    int at(int panel, int k) {
        int block = k - k % BLOCK;
        return (block * panels + panel * Math.min(BLOCK, rows - block) + k - block) * WIDTH;
    }

    float get(int row, int column) {
        return data[at(column / WIDTH, row) + column % WIDTH];
    }
}
