package org.sandglass.arrayops;

import static org.sandglass.arrayops.ArrayMath.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The functions of [ArrayMath] on all lanes of a vector: the same steps in the same order, line by line.
final class VectorMath {
    private VectorMath() {}

    /// [ArrayMath#exp(double)] of each lane.
    static DoubleVector exp(DoubleVector x) {
        DoubleVector bounded = x.blend(EXP_HIGH, x.compare(VectorOperators.GT, EXP_HIGH));
        bounded = bounded.blend(EXP_LOW, bounded.compare(VectorOperators.LT, EXP_LOW));
        DoubleVector rounded = bounded.fma(all(LN2_INVERSE), all(EXP_ROUNDER));
        DoubleVector k = rounded.sub(EXP_ROUNDER);
        DoubleVector r = k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), bounded));
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector low = fma(fma(E3, r, E2), r2, fma(E1, r, E0));
        DoubleVector high = fma(fma(E7, r, E6), r2, fma(E5, r, E4));
        DoubleVector p = fma(fma(fma(E9, r, E8), r4, high), r4, low);
        DoubleVector first = r.add(1);
        DoubleVector y = first.add(fma(r2, p, r.sub(first.sub(1))));
        LongVector bits = rounded.reinterpretAsLongs();
        LongVector half = bits.lanewise(VectorOperators.LSHR, 1).sub(1);
        LongVector otherHalf = bits.sub(half).sub(2);
        return y.mul(powerOfTwo(half)).mul(powerOfTwo(otherHalf));
    }

    /// `2^(field − 1023)`, where the low eleven bits count.
    private static DoubleVector powerOfTwo(LongVector field) {
        return field.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    }

    /// [ArrayMath#log(double)] of `n` numbers, a multiple of the lanes.
    ///
    /// The loop and all steps in one method, which is too large to be inlined: in the graph of an evaluation there
    /// is no room left for it, and vectors would be objects.
    static void log(double[] in, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += VectorArrayOps.LANES) {
            DoubleVector x = DoubleVector.fromArray(VectorArrayOps.SPECIES, in, from + i);
            VectorMask<Double> subnormal = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
            LongVector bits =
                    x.blend(x.mul(0x1p54), subnormal).reinterpretAsLongs().add(ONE_MINUS_ROOT_HALF_BITS);
            LongVector exponent = bits.lanewise(VectorOperators.LSHR, 52);
            DoubleVector k = exponent.or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + 1023);
            k = k.blend(k.sub(54), subnormal);
            LongVector mantissa = bits.and(MANTISSA_BITS).add(ROOT_HALF_BITS);
            DoubleVector f = mantissa.reinterpretAsDoubles().sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector p = z2.fma(all(L6), z.fma(all(L5), all(L4)));
            p = p.fma(z2, z.fma(all(L3), all(L2)));
            p = p.fma(z2, z.fma(all(L1), all(L0)));
            DoubleVector h = f.mul(0.5).mul(f);
            DoubleVector correction = h.sub(s.fma(z.fma(p, h), k.mul(LN2_LOW)));
            DoubleVector y = k.fma(all(LN2_HIGH), f.sub(correction));
            y = y.blend(x, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
            y = y.blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
            y.blend(Double.NaN, x.compare(VectorOperators.GE, 0).not()).intoArray(out, to + i);
        }
    }

    /// [ArrayMath#sinTurns(double)] of each lane.
    ///
    /// Sine and cosine are not one method: together they are more than HotSpot is ready to inline, and vectors
    /// would be objects.
    static DoubleVector sinTurns(DoubleVector u) {
        DoubleVector rounded = fma(4, u, TURN_ROUNDER);
        DoubleVector r = rounded.sub(TURN_ROUNDER).fma(all(-0.25), u);
        LongVector quarters = rounded.reinterpretAsLongs();
        DoubleVector side = cosineOfEighth(r).blend(sineOfEighth(r), isEven(quarters));
        return withSign(side, quarters);
    }

    /// [ArrayMath#cosTurns(double)] of each lane.
    static DoubleVector cosTurns(DoubleVector u) {
        DoubleVector rounded = fma(4, u, TURN_ROUNDER);
        DoubleVector r = rounded.sub(TURN_ROUNDER).fma(all(-0.25), u);
        LongVector quarters = rounded.reinterpretAsLongs();
        DoubleVector side = sineOfEighth(r).blend(cosineOfEighth(r), isEven(quarters));
        return withSign(side, quarters.add(1));
    }

    private static VectorMask<Double> isEven(LongVector quarters) {
        return quarters.and(1).compare(VectorOperators.EQ, 0).cast(VectorArrayOps.SPECIES);
    }

    /// Negated where bit 1 of `quarters` is set.
    private static DoubleVector withSign(DoubleVector x, LongVector quarters) {
        LongVector sign = quarters.and(2).lanewise(VectorOperators.LSHL, 62);
        return x.reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
    }

    /// `sin 2πr` for at most an eighth of a turn.
    private static DoubleVector sineOfEighth(DoubleVector r) {
        DoubleVector z = r.mul(r);
        DoubleVector z2 = z.mul(z);
        DoubleVector p = fma(fma(fma(S5, z, S4), z2, fma(S3, z, S2)), z2, fma(S1, z, S0));
        return r.fma(all(TWO_PI_HIGH), r.mul(fma(z, p, TWO_PI_LOW)));
    }

    /// `cos 2πr` for at most an eighth of a turn.
    private static DoubleVector cosineOfEighth(DoubleVector r) {
        DoubleVector z = r.mul(r);
        DoubleVector z2 = z.mul(z);
        DoubleVector p = fma(fma(fma(C6, z, C5), z2, fma(C4, z, C3)), z2, fma(C2, z, C1));
        DoubleVector first = fma(z, C0, 1);
        return first.add(fma(z2, p, fma(z, C0, all(1).sub(first))));
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(VectorArrayOps.SPECIES, value);
    }

    private static DoubleVector fma(DoubleVector a, DoubleVector b, DoubleVector c) {
        return a.fma(b, c);
    }

    private static DoubleVector fma(DoubleVector a, double b, double c) {
        return a.fma(all(b), all(c));
    }

    private static DoubleVector fma(DoubleVector a, double b, DoubleVector c) {
        return a.fma(all(b), c);
    }

    private static DoubleVector fma(DoubleVector a, DoubleVector b, double c) {
        return a.fma(b, all(c));
    }

    private static DoubleVector fma(double a, DoubleVector b, double c) {
        return b.fma(all(a), all(c));
    }
}
