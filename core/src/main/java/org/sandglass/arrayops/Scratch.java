package org.sandglass.arrayops;

/// Room for intermediate numbers that a thread keeps and uses again, so that a loop that runs for long
/// allocates nothing.
///
/// What is taken is given back by the same thread when it is no longer needed; what is not given back, after an
/// exception for instance, is collected like any other array. The numbers in it are whatever the last user left.
public final class Scratch {
    private static final int KEPT = 16;

    /// Longer arrays are not kept: those who need them work long enough for an allocation not to matter.
    private static final int LONGEST = 1 << 20;

    private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);

    private static final long[] NO_WORDS = {};

    private final double[][] free = new double[KEPT][];
    private int count;
    private long[] words = NO_WORDS;

    private Scratch() {}

    /// An array for this thread.
    ///
    /// @param length how many numbers are needed
    /// @return an array of at least that length, with anything in it
    public static double[] take(int length) {
        return MINE.get().find(length);
    }

    /// As [#take(int)], for those who go by the length of an array.
    ///
    /// @param length how many numbers there must be
    /// @return an array of that length, with anything in it
    public static double[] takeExactly(int length) {
        return MINE.get().findExactly(length);
    }

    /// Gives an array back, which the caller must not use any more.
    ///
    /// @param room what [#take(int)] or [#takeExactly(int)] returned
    public static void give(double[] room) {
        MINE.get().keep(room);
    }

    /// An array of words for this thread; of these it keeps one.
    ///
    /// @param length how many words are needed
    /// @return an array of at least that length, with anything in it
    public static long[] takeWords(int length) {
        Scratch mine = MINE.get();
        long[] found = mine.words;
        mine.words = NO_WORDS;
        return found.length < length ? new long[length] : found;
    }

    /// Gives words back, which the caller must not use any more.
    ///
    /// @param room what [#takeWords(int)] returned
    public static void giveWords(long[] room) {
        MINE.get().words = room;
    }

    private double[] find(int length) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (free[i].length >= length && (best < 0 || free[i].length < free[best].length)) {
                best = i;
            }
        }
        return best < 0 ? new double[roomy(length)] : remove(best);
    }

    private double[] findExactly(int length) {
        for (int i = count - 1; i >= 0; i--) {
            if (free[i].length == length) {
                return remove(i);
            }
        }
        return new double[length];
    }

    /// The rest stays in the order in which it was given.
    private double[] remove(int i) {
        double[] found = free[i];
        System.arraycopy(free, i + 1, free, i, --count - i);
        return found;
    }

    /// A power of two, so that few lengths occur.
    private static int roomy(int length) {
        return length > LONGEST ? length : Math.max(64, Integer.highestOneBit(Math.max(1, length - 1)) << 1);
    }

    /// In place of what was given longest ago if there is too much.
    private void keep(double[] room) {
        if (room.length <= LONGEST) {
            if (count == KEPT) {
                remove(0);
            }
            free[count++] = room;
        }
    }
}
