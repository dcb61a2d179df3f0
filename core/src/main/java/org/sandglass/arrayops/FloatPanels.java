package org.sandglass.arrayops;

/// A matrix of floats, packed in the order in which blocks of a tile read it: four columns side by side, row after
/// row, then the next four. Entry `(k, c)` is `data[(c/4 · rows + k)·4 + c mod 4]`; what a last panel lacks is 0.
///
/// @param data the live numbers
/// @param rows how many rows
/// @param panels how many times four columns
@SuppressWarnings("ArrayRecordComponent") // a view; never compared
public record FloatPanels(float[] data, int rows, int panels) {
    /// Columns of a panel.
    public static final int WIDTH = 4;

    /// Rows that lie together.
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
    public static FloatPanels of(int rows, int columns, Entries entries) {
        int panels = (columns + WIDTH - 1) / WIDTH;
        float[] data = new float[Math.multiplyExact(Math.multiplyExact(rows, panels), WIDTH)];
        for (int k = 0; k < rows; k++) {
            for (int c = 0; c < columns; c++) {
                data[at(rows, panels, c / WIDTH, k) + c % WIDTH] = (float) entries.at(k, c);
            }
        }
        return new FloatPanels(data, rows, panels);
    }

    /// Where row `k` of a panel begins.
    int at(int panel, int k) {
        return at(rows, panels, panel, k);
    }

    private static int at(int rows, int panels, int panel, int k) {
        int block = k / BLOCK * BLOCK;
        return (block * panels + panel * Math.min(BLOCK, rows - block) + k - block) * WIDTH;
    }
}
