package org.sandglass.target;

/// MT19937 with 32-bit seeding (`init_genrand`), as torch seeds and reads it: the generator behind published
/// parameters.
///
/// Matsumoto & Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998). Not for our own draws.
final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    int nextInt() {
        if (next == N) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    /// A float32 in `[0, 1)` from the low 24 bits of a word, as `torch.rand` on the CPU.
    float nextFloat() {
        return (nextInt() & 0xFFFFFF) * 0x1p-24f;
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }
        next = 0;
    }
}
