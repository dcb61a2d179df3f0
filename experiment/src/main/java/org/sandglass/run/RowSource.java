package org.sandglass.run;

import java.io.Closeable;
import java.io.IOException;

/// The rows of a data set, asked for in order without gaps, from the first that is wanted on.
interface RowSource extends Closeable {
    /// Rows, and what is known from drawing them; an empty array for what was not asked for.
    ///
    /// @param x points `[n, B, D]`
    /// @param component `[n, B]`
    /// @param acceptance `[n, B]`
    /// @param trajectory `[n, B, S, D]`
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Rows(double[] x, double[] component, double[] acceptance, double[] trajectory) {
        static final double[] NONE = {};
    }

    /// The next rows.
    ///
    /// @param from the number of the first of them
    /// @param n how many
    Rows rows(long from, int n) throws IOException;

    @Override
    default void close() throws IOException {}
}
