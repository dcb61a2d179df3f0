package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;

/// Results written row by row: a row holds every quantity of one point (of one mixture of the batch, at one
/// time).
///
/// Rows come in the order of the arrays: all points at the first time, then [#nextTime()]; within a time by
/// point, within a point by mixture. Nothing stands at the target before [#commit()]. Made by
/// [ArrayFiles#create]. Used by one thread.
public interface ArrayWriter extends Closeable {
    /// Writes the next rows.
    ///
    /// @param rows how many
    /// @param quantities for each quantity of the layout, in order, an array whose first `rows · size` numbers
    /// are its rows
    /// @throws IOException if the machine fails
    void append(int rows, double[]... quantities) throws IOException;

    /// Ends the rows of one time; those that follow belong to the next.
    void nextTime();

    /// Completes the output and shows it.
    ///
    /// @throws IllegalStateException if the times have not all got the same number of rows, or a batch is not
    /// full
    /// @throws IOException if the machine fails; then the target is as before
    void commit() throws IOException;
}
