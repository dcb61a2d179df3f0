package org.sandglass.arrayops;

/// Philox4x64-10: a counter turned into four random words by ten rounds of multiplication (Salmon et al. 2011,
/// "Parallel random numbers: as easy as 1, 2, 3").
///
/// A round takes the words `(x₀, x₁, x₂, x₃)` to `(⌊m₁x₂/2⁶⁴⌋ ⊕ x₁ ⊕ k₀, m₁x₂, ⌊m₀x₀/2⁶⁴⌋ ⊕ x₃ ⊕ k₁, m₀x₀)`, the
/// products modulo `2⁶⁴`; then each half of the key moves on by a step of its own. The same words as numpy's.
final class Philox {
    static final int ROUNDS = 10;
    static final long M0 = 0xD2E7470EE14C6C93L, M1 = 0xCA5A826395121157L;
    static final long KEY_STEP_0 = 0x9E3779B97F4A7C15L, KEY_STEP_1 = 0xBB67AE8584CAA73BL;

    private Philox() {}

    /// The blocks `[from, blocks)` of [ArrayOps#philox], with all state in local variables.
    static void fill(long[] start, long[] words, int from, int blocks) {
        long key0 = start[0], key1 = start[1], c0 = start[2], c1 = start[3], c2 = start[4], c3 = start[5];
        for (int b = from; b < blocks; b++) {
            long x0 = c0 + b, x1 = c1, x2 = c2, x3 = c3, k0 = key0, k1 = key1;
            for (int round = 0; round < ROUNDS; round++) {
                long high0 = Math.unsignedMultiplyHigh(M0, x0), low0 = M0 * x0;
                long high1 = Math.unsignedMultiplyHigh(M1, x2), low1 = M1 * x2;
                x0 = high1 ^ x1 ^ k0;
                x1 = low1;
                x2 = high0 ^ x3 ^ k1;
                x3 = low0;
                k0 += KEY_STEP_0;
                k1 += KEY_STEP_1;
            }
            words[b] = x0;
            words[blocks + b] = x1;
            words[2 * blocks + b] = x2;
            words[3 * blocks + b] = x3;
        }
    }
}
