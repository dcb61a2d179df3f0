package org.sandglass.random;

import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;

/// What stands at each position of a [RandomStream]: blocks of four words of Philox4x64-10, and the numbers made
/// of them.
///
/// Numbers are made by up to 128 blocks at a time, in planes: of `B` blocks, number `i` is at `(i mod 4)·B +
/// ⌊i/4⌋`, so first of all blocks, then second of all, and so on. All loops but the last, which puts the planes
/// together, have unit stride, and planes stay in the fastest cache.
final class Tape {
    private static final int MOST = 128;

    /// What a word, or two of them, are made into.
    enum Kind {
        UNIFORM,
        NORMAL
    }

    private final ArrayOps ops;
    private final long[] start;
    private final long firstBlock;
    private final long[] block = new long[4];
    private long blockNumber = -1;

    /// A tape.
    ///
    /// @param ops turns counters into words, and words into normals
    /// @param start the key's two words, then the counter's four of block 0; taken over
    Tape(ArrayOps ops, long[] start) {
        this.ops = ops;
        this.start = start;
        this.firstBlock = start[2];
    }

    /// The word at a position; three of four come from the block before.
    long word(long position) {
        if (blockNumber != position >>> 2) {
            blockNumber = position >>> 2;
            generate(blockNumber, block, 1);
        }
        return block[(int) (position & 3)];
    }

    /// The `n` numbers from a position on. Where that cuts a block, the rest of it is made in vain.
    void fill(Kind kind, long position, double[] out, int off, int n) {
        int most = (int) Math.min(MOST, (n + 6L) >>> 2);
        long[] words = Scratch.takeWords(4 * most);
        double[] planes = Scratch.take(5 * most);
        for (int done = 0; done < n; ) {
            int skip = (int) ((position + done) & 3);
            int blocks = (int) Math.min(MOST, (skip + 3L + n - done) >>> 2);
            int count = Math.min(4 * blocks - skip, n - done);
            generate((position + done) >>> 2, words, blocks);
            ops.uniforms(words, 0, planes, 0, 4 * blocks);
            if (kind == Kind.NORMAL) {
                ops.boxMuller(planes, 0, planes, blocks, planes, 4 * blocks, blocks);
                ops.boxMuller(planes, 2 * blocks, planes, 3 * blocks, planes, 4 * blocks, blocks);
            }
            weave(planes, blocks, skip, count, out, off + done);
            done += count;
        }
        Scratch.give(planes);
        Scratch.giveWords(words);
    }

    private void generate(long number, long[] words, int blocks) {
        start[2] = firstBlock + number;
        ops.philox(start, words, blocks);
    }

    /// The numbers `[skip, skip + n)` of the planes, in order.
    private static void weave(double[] planes, int blocks, int skip, int n, double[] out, int off) {
        int i = 0;
        for (; i < n && ((skip + i) & 3) != 0; i++) {
            out[off + i] = planes[((skip + i) & 3) * blocks + ((skip + i) >>> 2)];
        }
        for (; i <= n - 4; i += 4) {
            int b = (skip + i) >>> 2;
            out[off + i] = planes[b];
            out[off + i + 1] = planes[blocks + b];
            out[off + i + 2] = planes[2 * blocks + b];
            out[off + i + 3] = planes[3 * blocks + b];
        }
        for (; i < n; i++) {
            out[off + i] = planes[((skip + i) & 3) * blocks + ((skip + i) >>> 2)];
        }
    }
}
