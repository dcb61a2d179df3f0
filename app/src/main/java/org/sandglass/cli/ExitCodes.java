package org.sandglass.cli;

/// How the program ends.
final class ExitCodes {
    static final int DONE = 0;
    static final int OURS = 1;
    static final int CALLER = 2;
    /// The program that was judged is wrong, by some check.
    static final int NOT_CONFORMING = 3;
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
