package org.sandglass.arrayops;

import static org.sandglass.arrayops.ArrayMath.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Uniform and normal numbers of all lanes, in loops that are each small enough for HotSpot to inline.
final class VectorNormals {
    private static final VectorSpecies<Double> SPECIES = VectorArrayOps.SPECIES;
    private static final VectorSpecies<Long> WORDS = VectorSpecies.of(long.class, SPECIES.vectorShape());

    /// `2³¹` and `½`: a 1 in the low bits adds `2⁻²¹` and `2⁻⁵³`.
    private static final long HIGH_BITS = 0x41E0000000000000L, LOW_BITS = 0x3FE0000000000000L;

    private VectorNormals() {}

    /// The first `body` numbers of [ArrayOps#uniforms]: the word's upper 21 and next 32 bits as the low bits of a
    /// double each, whose sum is exact. (Few processors convert words to doubles.)
    static void uniforms(long[] words, int from, double[] out, int outFrom, int body) {
        for (int i = 0; i < body; i += SPECIES.length()) {
            LongVector word = LongVector.fromArray(WORDS, words, from + i);
            LongVector high = word.lanewise(VectorOperators.LSHR, 43).or(HIGH_BITS);
            LongVector low =
                    word.lanewise(VectorOperators.LSHR, 11).and(0xFFFFFFFFL).or(LOW_BITS);
            high.reinterpretAsDoubles()
                    .sub(0x1p31 + 0.5)
                    .add(low.reinterpretAsDoubles())
                    .intoArray(out, outFrom + i);
        }
    }

    /// The first `body` pairs of [ArrayOps#boxMuller].
    static void boxMuller(double[] v, int vFrom, double[] u, int uFrom, double[] room, int roomFrom, int body) {
        for (Stage stage : BOX_MULLER) {
            stage.run(v, vFrom, u, uFrom, room, roomFrom, body);
        }
    }

    /// A loop over all lanes of [#boxMuller]. HotSpot makes no objects of the vectors of any one of them, but would
    /// of those of all three in one method; since one call is to one of three, it compiles each by itself.
    private interface Stage {
        void run(double[] v, int vFrom, double[] u, int uFrom, double[] room, int roomFrom, int n);
    }

    private static final Stage[] BOX_MULLER = {
        (v, vFrom, _, _, _, _, n) -> radii(v, vFrom, n), VectorNormals::eighths, VectorNormals::quarters
    };

    /// `v = √(−2 ln(v + 2⁻⁵³))`, the steps of [ArrayMath#log(double)] for a positive number that is neither subnormal
    /// nor infinite. Written out for the reason given in [VectorTileOps]: HotSpot does not inline a method that it
    /// has compiled to much code before.
    private static void radii(double[] v, int from, int n) {
        for (int i = from; i < from + n; i += SPECIES.length()) {
            DoubleVector positive = DoubleVector.fromArray(SPECIES, v, i).add(0x1p-53);
            LongVector bits = positive.reinterpretAsLongs().add(ONE_MINUS_ROOT_HALF_BITS);
            LongVector exponent = bits.lanewise(VectorOperators.LSHR, 52).or(TWO_52_BITS);
            DoubleVector k = exponent.reinterpretAsDoubles().sub(TWO_52 + 1023);
            LongVector mantissa = bits.and(MANTISSA_BITS).add(ROOT_HALF_BITS);
            DoubleVector f = mantissa.reinterpretAsDoubles().sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector low = z.fma(all(L1), all(L0));
            DoubleVector middle = z.fma(all(L3), all(L2));
            DoubleVector high = z2.fma(all(L6), z.fma(all(L5), all(L4)));
            DoubleVector p = high.fma(z2, middle).fma(z2, low);
            DoubleVector h = f.mul(0.5).mul(f);
            DoubleVector correction = h.sub(s.fma(z.fma(p, h), k.mul(LN2_LOW)));
            k.fma(all(LN2_HIGH), f.sub(correction)).mul(-2).sqrt().intoArray(v, i);
        }
    }

    /// Cosine and sine of what is left of `u` after whole quarters of a turn, times `v`: to `v` and `sine`. The steps
    /// of [ArrayMath#cosTurns(double)] and [ArrayMath#sinTurns(double)], written out as above.
    private static void eighths(double[] v, int vFrom, double[] u, int uFrom, double[] sine, int sineFrom, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector turns = DoubleVector.fromArray(SPECIES, u, uFrom + i);
            DoubleVector r = rounded(turns).sub(TURN_ROUNDER).fma(all(-0.25), turns);
            DoubleVector radius = DoubleVector.fromArray(SPECIES, v, vFrom + i);
            DoubleVector z = r.mul(r);
            DoubleVector z2 = z.mul(z);
            DoubleVector p = z.fma(all(C6), all(C5)).fma(z2, z.fma(all(C4), all(C3)));
            p = p.fma(z2, z.fma(all(C2), all(C1)));
            DoubleVector first = z.fma(all(C0), all(1));
            DoubleVector lost = z.fma(all(C0), all(1).sub(first));
            first.add(z2.fma(p, lost)).mul(radius).intoArray(v, vFrom + i);
            p = z.fma(all(S5), all(S4)).fma(z2, z.fma(all(S3), all(S2)));
            p = p.fma(z2, z.fma(all(S1), all(S0)));
            DoubleVector low = r.mul(z.fma(p, all(TWO_PI_LOW)));
            r.fma(all(TWO_PI_HIGH), low).mul(radius).intoArray(sine, sineFrom + i);
        }
    }

    /// Turns `(v, sine)` by the whole quarters in `u`: exchanges the two where they are odd, and negates; to `v`
    /// and `u`.
    private static void quarters(double[] v, int vFrom, double[] u, int uFrom, double[] sine, int sineFrom, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            LongVector quarters =
                    rounded(DoubleVector.fromArray(SPECIES, u, uFrom + i)).reinterpretAsLongs();
            LongVector c = DoubleVector.fromArray(SPECIES, v, vFrom + i).reinterpretAsLongs();
            LongVector s = DoubleVector.fromArray(SPECIES, sine, sineFrom + i).reinterpretAsLongs();
            LongVector exchanged = xor(c, s).and(quarters.and(1).neg());
            negated(xor(c, exchanged), quarters.add(1)).intoArray(v, vFrom + i);
            negated(xor(s, exchanged), quarters).intoArray(u, uFrom + i);
        }
    }

    private static DoubleVector rounded(DoubleVector turns) {
        return turns.fma(all(4), all(TURN_ROUNDER));
    }

    /// Negated where bit 1 of `quarters` is set.
    private static DoubleVector negated(LongVector x, LongVector quarters) {
        return xor(x, quarters.and(2).lanewise(VectorOperators.LSHL, 62)).reinterpretAsDoubles();
    }

    private static LongVector xor(LongVector a, LongVector b) {
        return a.lanewise(VectorOperators.XOR, b);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
