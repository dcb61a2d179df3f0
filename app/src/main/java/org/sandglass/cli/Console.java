package org.sandglass.cli;

import java.io.PrintStream;
import java.util.Optional;

/// Where a command speaks.
///
/// @param out results
/// @param err complaints and progress
/// @param watched whether a person sees progress
record Console(PrintStream out, PrintStream err, boolean watched) {
    /// How the launcher says whether standard error is a terminal.
    private static final String WATCHED = "sandglass.watched";

    /// That of this process, watched if its standard error is a terminal; without the launcher's word on that,
    /// if the process has a terminal.
    static Console ofProcess() {
        boolean watched = Optional.ofNullable(System.getProperty(WATCHED))
                .map(Boolean::valueOf)
                .orElseGet(Console::hasTerminal);
        return new Console(System.out, System.err, watched);
    }

    private static boolean hasTerminal() {
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }
}
