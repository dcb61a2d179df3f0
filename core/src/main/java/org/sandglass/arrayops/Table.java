package org.sandglass.arrayops;

/// A matrix inside an array: entry `(k, j)` is `data[k·rowStride + j·columnStride]`, so the same numbers serve as
/// they are, transposed, or with one row or column repeated (a stride of 0).
///
/// @param data the live numbers
/// @param rowStride from one row to the next
/// @param columnStride from one column to the next
@SuppressWarnings("ArrayRecordComponent") // a view; never compared
public record Table(double[] data, int rowStride, int columnStride) {
    /// The table of a row-major matrix.
    ///
    /// @param data its numbers
    /// @param columns how long its rows are
    /// @return entry `(k, j)` is `data[k·columns + j]`
    public static Table rowMajor(double[] data, int columns) {
        return new Table(data, columns, 1);
    }

    /// The same numbers with rows and columns exchanged.
    ///
    /// @return the transposed table
    public Table transposed() {
        return new Table(data, columnStride, rowStride);
    }

    double get(int row, int column) {
        return data[at(row, column)];
    }

    int at(int row, int column) {
        return row * rowStride + column * columnStride;
    }
}
