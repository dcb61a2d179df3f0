package org.sandglass.cli;

import java.io.PrintStream;
import java.util.Optional;

/// Where a command speaks.
///
/// @param out results
/// @param err complaints and progress
/// @param watched whether a person sees progress
record Console(PrintStream out, PrintStream err, boolean watched) {
    /// That of this process, watched if it is a terminal's.
    static Console ofProcess() {
        boolean terminal = Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
        return new Console(System.out, System.err, terminal);
    }
}
