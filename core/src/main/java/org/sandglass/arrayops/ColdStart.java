package org.sandglass.arrayops;

/// Counts work, and hands out the plain twin for the first of it.
final class ColdStart {
    /// About a second of work, in numbers that are computed.
    private static final long NUMBERS = 400_000_000;

    private static final ArrayOps PLAIN =
            System.getProperty(ArrayOpsChoice.PROPERTY) == null ? new PlainArrayOps() : ArrayOps.get();

    /// Written by any thread without care: a lost count only moves the switch a little.
    private static long left = NUMBERS;

    private ColdStart() {}

    static ArrayOps next(long numbers) {
        if (left > 0) {
            left -= numbers;
        }
        return left > 0 ? PLAIN : ArrayOps.get();
    }
}
