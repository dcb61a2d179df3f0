package org.sandglass.cli;

import java.io.PrintStream;

/// Where a command speaks.
///
/// @param out results
/// @param err complaints and progress
record Console(PrintStream out, PrintStream err) {
    /// Whether a person is watching.
    boolean isTerminal() {
        return err == System.err && System.console() != null && System.console().isTerminal();
    }
}
