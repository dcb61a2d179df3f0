package org.sandglass.replica;

/// MT19937: 32-bit words with period `2¹⁹⁹³⁷ − 1`.
///
/// Matsumoto & Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), and their seeding of 2002. For one thread.
public final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    private MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /// Seeded by one word, `init_genrand`: what `torch.manual_seed` and `numpy.random.seed(int)` do.
    ///
    /// @param seed 32 bits
    /// @return the generator at its beginning
    public static MersenneTwister ofSeed(int seed) {
        return new MersenneTwister(seed);
    }

    /// Seeded by some words, `init_by_array`: what `numpy.random.seed` does with a list.
    ///
    /// @param key at least one word
    /// @return the generator at its beginning
    public static MersenneTwister ofKey(int... key) {
        MersenneTwister twister = new MersenneTwister(19650218);
        twister.mix(key);
        return twister;
    }

    private void mix(int[] key) {
        int i = 1;
        for (int k = 0; k < Math.max(N, key.length); k++) {
            int j = k % key.length;
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + key[j] + j;
            i = after(i);
        }
        for (int k = 1; k < N; k++) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
            i = after(i);
        }
        state[0] = 0x80000000;
    }

    private int after(int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    /// The next word.
    ///
    /// @return 32 bits
    public int nextInt() {
        if (next == N) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }
        next = 0;
    }
}
