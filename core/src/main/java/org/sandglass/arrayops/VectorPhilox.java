package org.sandglass.arrayops;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Philox] with a block per lane.
///
/// All blocks take half a round before any takes the next, and their words lie in memory between: a method with
/// two rounds in it is more than HotSpot 25 is ready to inline, and vectors would be objects, four times slower.
/// The halves of a round, one for each product, work in place if words change names: what was `x₀` holds the new
/// `x₃`, `x₃` the new `x₂`, and so on round, so that after ten rounds each is two planes from where it began.
final class VectorPhilox {
    private static final VectorSpecies<Long> SPECIES =
            VectorSpecies.of(long.class, VectorArrayOps.SPECIES.vectorShape());

    private VectorPhilox() {}

    /// The first `body` blocks, a multiple of the lanes, of [ArrayOps#philox].
    static void fill(long[] start, long[] words, int body, int blocks) {
        for (int b = 0; b < body; b++) {
            words[2 * blocks + b] = start[2] + b;
            words[3 * blocks + b] = start[3];
            words[b] = start[4];
            words[blocks + b] = start[5];
        }
        for (int half = 0; half < 2 * Philox.ROUNDS; half++) {
            mixHalf(half >> 1, half & 1, start, words, body, blocks);
        }
    }

    /// The product with `x₀`, which changes `x₃` (side 0), or that with `x₂`, which changes `x₁` (side 1).
    private static void mixHalf(int round, int side, long[] start, long[] words, int body, int blocks) {
        long factor = side == 0 ? Philox.M0 : Philox.M1;
        long key = side == 0 ? start[1] + round * Philox.KEY_STEP_1 : start[0] + round * Philox.KEY_STEP_0;
        int x = round + 2 + 2 * side;
        mix(factor, key, words, (x & 3) * blocks, ((x - 1) & 3) * blocks, body);
    }

    /// `(x, y) ← (m x mod 2⁶⁴, ⌊m x/2⁶⁴⌋ ⊕ y ⊕ key)` for all lanes.
    private static void mix(long factor, long key, long[] words, int xFrom, int yFrom, int body) {
        LongVector m = LongVector.broadcast(SPECIES, factor);
        for (int i = 0; i < body; i += SPECIES.length()) {
            LongVector x = LongVector.fromArray(SPECIES, words, xFrom + i);
            LongVector y = LongVector.fromArray(SPECIES, words, yFrom + i);
            xor(xor(multiplyHigh(x, m), y), LongVector.broadcast(SPECIES, key)).intoArray(words, yFrom + i);
            x.mul(m).intoArray(words, xFrom + i);
        }
    }

    /// The upper halves of the 128-bit products, from four products of 32-bit halves. Masks and shifts of both
    /// factors tell HotSpot that 32 bits count, for which processors have an instruction.
    private static LongVector multiplyHigh(LongVector x, LongVector m) {
        LongVector middle = high(x).mul(low(m)).add(high(low(x).mul(low(m))));
        LongVector other = low(x).mul(high(m)).add(low(middle));
        return high(x).mul(high(m)).add(high(middle)).add(high(other));
    }

    private static LongVector low(LongVector x) {
        return x.and(0xFFFFFFFFL);
    }

    private static LongVector high(LongVector x) {
        return x.lanewise(VectorOperators.LSHR, 32);
    }

    private static LongVector xor(LongVector a, LongVector b) {
        return a.lanewise(VectorOperators.XOR, b);
    }
}
