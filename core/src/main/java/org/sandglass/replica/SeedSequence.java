package org.sandglass.replica;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// numpy's `SeedSequence`: an integer of any length hashed into a pool of four words, and words made from that.
///
/// Immutable: [#child] is pure, where numpy's `spawn` counts. Source: numpy 2, `random/bit_generator.pyx`, after
/// M. E. O'Neill, "Developing a seed_seq alternative" (2015).
public final class SeedSequence {
    private static final int POOL = 4;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULT_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULT_B = 0x58f38ded;
    private static final int MIX_L = 0xca01f9dd;
    private static final int MIX_R = 0x4973f715;

    private final BigInteger entropy;
    private final List<Integer> spawnKey;
    private final int[] pool;

    private SeedSequence(BigInteger entropy, List<Integer> spawnKey) {
        if (entropy.signum() < 0) {
            throw new IllegalArgumentException("a SeedSequence needs an integer >= 0, got " + entropy);
        }
        this.entropy = entropy;
        this.spawnKey = List.copyOf(spawnKey);
        this.pool = new Mixer().pool(assembled());
    }

    /// `SeedSequence(entropy)`.
    ///
    /// @param entropy `≥ 0`
    /// @return the sequence
    /// @throws IllegalArgumentException if it is negative
    public static SeedSequence of(long entropy) {
        return of(BigInteger.valueOf(entropy));
    }

    /// `SeedSequence(entropy)` of an integer of any length.
    ///
    /// @param entropy `≥ 0`
    /// @return the sequence
    /// @throws IllegalArgumentException if it is negative
    public static SeedSequence of(BigInteger entropy) {
        return new SeedSequence(entropy, List.of());
    }

    /// The child that a fresh sequence's `spawn` gives at a place: its spawn key is this one's with the place
    /// added.
    ///
    /// @param index the place, `≥ 0`
    /// @return the child
    public SeedSequence child(int index) {
        List<Integer> key = new ArrayList<>(spawnKey);
        key.add(index);
        return new SeedSequence(entropy, key);
    }

    /// What `spawn(n)` of a fresh sequence gives.
    ///
    /// @param n how many
    /// @return children 0 to `n − 1`
    public List<SeedSequence> spawn(int n) {
        return IntStream.range(0, n).mapToObj(this::child).toList();
    }

    /// The four words that all else is made from.
    ///
    /// @return a copy
    public int[] pool() {
        return pool.clone();
    }

    /// `generate_state(n, uint32)`.
    ///
    /// @param n how many
    /// @return 32-bit words
    public int[] words(int n) {
        int[] words = new int[n];
        int hash = INIT_B;
        for (int i = 0; i < n; i++) {
            int v = pool[i % POOL] ^ hash;
            hash *= MULT_B;
            v *= hash;
            words[i] = v ^ (v >>> 16);
        }
        return words;
    }

    /// `generate_state(n, uint64)`.
    ///
    /// @param n how many
    /// @return 64-bit words, each from two of 32, the first one low
    public long[] longs(int n) {
        int[] words = words(2 * n);
        long[] longs = new long[n];
        for (int i = 0; i < n; i++) {
            longs[i] = (words[2 * i] & 0xFFFFFFFFL) | (long) words[2 * i + 1] << 32;
        }
        return longs;
    }

    /// The words of the integer, lowest first and at least one; before a spawn key filled up to four.
    private List<Integer> assembled() {
        List<Integer> words = new ArrayList<>();
        for (BigInteger rest = entropy; rest.signum() > 0 || words.isEmpty(); rest = rest.shiftRight(32)) {
            words.add(rest.intValue());
        }
        if (!spawnKey.isEmpty() && words.size() < POOL) {
            words.addAll(Collections.nCopies(POOL - words.size(), 0));
        }
        words.addAll(spawnKey);
        return words;
    }

    /// Hashes with a constant that goes on over all calls.
    private static final class Mixer {
        private int constant = INIT_A;

        int[] pool(List<Integer> words) {
            int[] pool = new int[POOL];
            for (int i = 0; i < POOL; i++) {
                pool[i] = hash(i < words.size() ? words.get(i) : 0);
            }
            for (int from = 0; from < POOL; from++) {
                for (int to = 0; to < POOL; to++) {
                    if (from != to) {
                        pool[to] = mix(pool[to], hash(pool[from]));
                    }
                }
            }
            for (int from = POOL; from < words.size(); from++) {
                for (int to = 0; to < POOL; to++) {
                    pool[to] = mix(pool[to], hash(words.get(from)));
                }
            }
            return pool;
        }

        private int hash(int word) {
            int v = word ^ constant;
            constant *= MULT_A;
            v *= constant;
            return v ^ (v >>> 16);
        }

        private static int mix(int x, int y) {
            int r = MIX_L * x - MIX_R * y;
            return r ^ (r >>> 16);
        }
    }
}
