package org.sandglass.cli;

import java.io.PrintStream;

/// Where a command speaks.
///
/// @param out results
/// @param err complaints and progress
/// @param watched whether a person sees progress
record Console(PrintStream out, PrintStream err, boolean watched) {
    /// That of this process, watched if it is a terminal's.
    static Console ofProcess() {
        return new Console(System.out, System.err, System.console().isTerminal());
    }
}
