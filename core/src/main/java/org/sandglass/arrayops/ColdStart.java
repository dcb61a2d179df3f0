package org.sandglass.arrayops;

/// Counts pieces of work, and hands out the plain twin for the first of them.
final class ColdStart {
    /// About a second of work in pieces of a thousand points.
    private static final int PIECES = 40_000;

    /// What such a piece is counted as, in `fma`s.
    private static final long OPERATIONS = 25_000;

    private static final ArrayOps PLAIN =
            System.getProperty(ArrayOpsChoice.PROPERTY) == null ? new PlainArrayOps() : ArrayOps.get();

    /// Written by any thread without care: a lost count only moves the switch by a piece.
    private static int left = PIECES;

    private ColdStart() {}

    static ArrayOps next() {
        return next(OPERATIONS);
    }

    static ArrayOps next(long operations) {
        if (left > 0) {
            left -= Math.clamp(operations / OPERATIONS, 1, PIECES);
            return PLAIN;
        }
        return ArrayOps.get();
    }
}
