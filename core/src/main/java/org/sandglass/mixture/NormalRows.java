package org.sandglass.mixture;

import org.sandglass.arrayops.Scratch;
import org.sandglass.random.RandomStream;

/// Standard normals of a stream, an equal number for every row, taken in blocks of rows because a stream fills
/// long ranges faster. To be given back.
final class NormalRows {
    private static final int BLOCK = 2048;

    private final RandomStream stream;
    private final int perRow;
    private final int length;
    private final double[] block;
    private int rowsLeft;
    private int from;

    NormalRows(RandomStream stream, int perRow, int rows) {
        this.stream = stream;
        this.perRow = perRow;
        this.length = perRow * Math.min(rows, Math.max(1, BLOCK / perRow));
        this.block = Scratch.take(length);
        this.rowsLeft = rows;
        this.from = length;
    }

    /// Moves to the next row.
    void next() {
        from += perRow;
        if (from >= length) {
            int rows = Math.min(rowsLeft, length / perRow);
            stream.fillNormals(block, 0, rows * perRow);
            rowsLeft -= rows;
            from = 0;
        }
    }

    /// The block that holds the row's normals.
    double[] data() {
        return block;
    }

    /// Where the row's normals begin in the block.
    int from() {
        return from;
    }

    /// Gives the block back, after the last row.
    void give() {
        Scratch.give(block);
    }
}
