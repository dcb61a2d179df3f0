package org.sandglass.arrayops;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Math.fma;

/// Elementary functions of one number, with the same bits as those of [ArrayOps] over arrays and on every
/// platform.
///
/// Each is within 1 ulp of the truth. They are made of `+ − × ÷`, `fma` and bit patterns alone, all of which
/// Java defines to the last bit. The coefficients come from `core/src/test/python/array_coefficients.py`.
public final class ArrayMath {
    /// Beyond these `exp` overflows, or rounds to 0.
    static final double EXP_HIGH = 710, EXP_LOW = -746;
    /// `ln 2` in two parts, and its inverse.
    public static final double LN2_HIGH = 0x1.62e42fefa39efp-1,
            LN2_LOW = 0x1.abc9e3b39803fp-56,
            LN2_INVERSE = 0x1.71547652b82fep0;

    /// Added to a double, puts its nearest integer into the low bits; the 2048 keeps that integer positive.
    static final double EXP_ROUNDER = 0x1.8p52 + 2048;
    static final double E0 = 0x1.000000000000bp-1, E1 = 0x1.555555555550fp-3, E2 = 0x1.55555555502a6p-5;
    static final double E3 = 0x1.1111111122b4fp-7, E4 = 0x1.6c16c18529f74p-10, E5 = 0x1.a01a014493a95p-13;
    static final double E6 = 0x1.a01997cd32dd4p-16, E7 = 0x1.71deec77b25ddp-19, E8 = 0x1.28af3b651cd0bp-22;
    static final double E9 = 0x1.add741be6cfc7p-26;

    /// Below this `exp2` gives 0: its results are never subnormal.
    static final double EXP2_LOW = -1022;

    /// Added to a double, puts its nearest integer into the low bits.
    static final double EXP2_ROUNDER = 0x1.8p52;
    static final double T0 = 0x1.62e42fefa39efp-1, T1 = 0x1.ebfbdff82c5a5p-3, T2 = 0x1.c6b08d704a122p-5;
    static final double T3 = 0x1.3b2ab6fb9ffb3p-7, T4 = 0x1.5d87fe78a111cp-10, T5 = 0x1.4309130f139cbp-13;
    static final double T6 = 0x1.ffcbfc595bcf6p-17, T7 = 0x1.62bfc71ea7788p-20, T8 = 0x1.b5253f6036401p-24;
    static final double T9 = 0x1.e61c1058a1947p-28, T10 = 0x1.e9471c875b804p-32;

    static final double TWO_52 = 0x1p52;
    static final long TWO_52_BITS = 0x4330000000000000L, ROOT_HALF_BITS = 0x3FE6A09E667F3BCDL;
    static final long ONE_MINUS_ROOT_HALF_BITS = 0x3FF0000000000000L - ROOT_HALF_BITS,
            MANTISSA_BITS = 0x000FFFFFFFFFFFFFL;
    static final double L0 = 0x1.5555555555594p-1, L1 = 0x1.999999997f73fp-2, L2 = 0x1.249249423ac79p-2;
    static final double L3 = 0x1.c71c51d6d7e76p-3, L4 = 0x1.746647f14b159p-3, L5 = 0x1.39a0eaea502f7p-3;
    static final double L6 = 0x1.2f0ccd19fb262p-3;

    static final double TURN_ROUNDER = 0x1.8p52;
    static final double TWO_PI_HIGH = 0x1.921fb54442d18p2, TWO_PI_LOW = 0x1.1a62633145c07p-52;
    static final double S0 = -0x1.4abbce625be46p5, S1 = 0x1.466bc67758c90p6, S2 = -0x1.32d2cce323da1p6;
    static final double S3 = 0x1.5078300d6c78dp5, S4 = -0x1.e3009a85a17f7p3, S5 = 0x1.e4000637e0202p1;
    static final double C0 = -0x1.3bd3cc9be45dep4, C1 = 0x1.03c1f081b5a65p6, C2 = -0x1.55d3c7e3c2d7bp6;
    static final double C3 = 0x1.e1f5067b057f8p5, C4 = -0x1.a6d1e6b52f412p4, C5 = 0x1.f9c840cb57470p2;
    static final double C6 = -0x1.b14b5b3de0d19p0;

    private ArrayMath() {}

    /// `eˣ`, within 1 ulp, subnormal results included.
    ///
    /// With `k = round(x / ln 2)` and `r = x − k ln 2`, `eˣ = 2ᵏ (1 + r + r² p(r))`, in which what `1 + r`
    /// rounds off is added later. The power of two is applied in two halves, of which only the second can
    /// round, so that small results underflow gradually and large ones to `∞`.
    ///
    /// @param x any number
    /// @return `eˣ`: 0 for −∞ and below −745.13…, 1 for 0, ∞ above 709.78…, NaN for NaN
    public static double exp(double x) {
        double bounded = x > EXP_HIGH ? EXP_HIGH : x;
        bounded = bounded < EXP_LOW ? EXP_LOW : bounded;
        double rounded = fma(bounded, LN2_INVERSE, EXP_ROUNDER);
        double k = rounded - EXP_ROUNDER;
        double r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, bounded));
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = fma(fma(E3, r, E2), r2, fma(E1, r, E0));
        double high = fma(fma(E7, r, E6), r2, fma(E5, r, E4));
        double p = fma(fma(fma(E9, r, E8), r4, high), r4, low);
        double first = 1 + r;
        double y = first + fma(r2, p, r - (first - 1));
        long bits = doubleToRawLongBits(rounded);
        long half = (bits >>> 1) - 1;
        return y * longBitsToDouble(half << 52) * longBitsToDouble((bits - half - 2) << 52);
    }

    /// `2ˣ` for weights relative to the largest, within 1 ulp; 0 where that would be subnormal.
    ///
    /// With `k = round(x)` and `r = x − k`, which is exact, `2ˣ = 2ᵏ (1 + r p(r))`; the power of two is added to
    /// the exponent. In base 2 the reduction costs two additions, and no result needs a second rounding.
    ///
    /// @param x at most 1000
    /// @return `2ˣ`: 0 for −∞ and below −1022, 1 for 0, NaN for NaN
    public static double exp2(double x) {
        double rounded = x + EXP2_ROUNDER;
        double r = x - (rounded - EXP2_ROUNDER);
        double p = fma(fma(fma(fma(T10, r, T9), r, T8), r, T7), r, T6);
        p = fma(fma(fma(fma(p, r, T5), r, T4), r, T3), r, T2);
        double y = fma(fma(fma(p, r, T1), r, T0), r, 1);
        double scaled = longBitsToDouble(doubleToRawLongBits(y) + (doubleToRawLongBits(rounded) << 52));
        return x < EXP2_LOW ? 0 : scaled;
    }

    /// `ln x`, within 1 ulp, subnormal arguments included.
    ///
    /// With `x = 2ᵏ (1 + f)`, `√½ ≤ 1 + f < √2` and `s = f / (2 + f)`, it is `k ln 2 + f − (f²/2 − s (f²/2 + s²
    /// p(s²)))`, in which all but the last sum are small corrections: the form of `log` in Sun's `fdlibm`.
    ///
    /// @param x any number
    /// @return `ln x`: −∞ for 0 and −0, exactly 0 for 1, ∞ for ∞, NaN for NaN and below 0
    public static double log(double x) {
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = doubleToRawLongBits(subnormal ? x * 0x1p54 : x) + ONE_MINUS_ROOT_HALF_BITS;
        double k = longBitsToDouble((bits >>> 52) | TWO_52_BITS) - (TWO_52 + 1023);
        k = subnormal ? k - 54 : k;
        double f = longBitsToDouble((bits & MANTISSA_BITS) + ROOT_HALF_BITS) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double z2 = z * z;
        double p = fma(fma(fma(L6, z2, fma(L5, z, L4)), z2, fma(L3, z, L2)), z2, fma(L1, z, L0));
        double h = 0.5 * f * f;
        double correction = h - fma(s, fma(z, p, h), k * LN2_LOW);
        double y = fma(k, LN2_HIGH, f - correction);
        y = x == Double.POSITIVE_INFINITY ? x : y;
        y = x == 0 ? Double.NEGATIVE_INFINITY : y;
        return x >= 0 ? y : Double.NaN;
    }

    /// `sin 2πu`, within 1 ulp.
    ///
    /// @param u an angle in turns, `|u| ≤ 2⁴⁸`
    /// @return its sine; NaN for NaN and infinities
    public static double sinTurns(double u) {
        double rounded = fma(4, u, TURN_ROUNDER);
        double r = fma(-0.25, rounded - TURN_ROUNDER, u);
        long quarters = doubleToRawLongBits(rounded);
        double side = (quarters & 1) == 0 ? sineOfEighth(r) : cosineOfEighth(r);
        return longBitsToDouble(doubleToRawLongBits(side) ^ ((quarters & 2) << 62));
    }

    /// `cos 2πu`, within 1 ulp.
    ///
    /// @param u an angle in turns, `|u| ≤ 2⁴⁸`
    /// @return its cosine; NaN for NaN and infinities
    public static double cosTurns(double u) {
        double rounded = fma(4, u, TURN_ROUNDER);
        double r = fma(-0.25, rounded - TURN_ROUNDER, u);
        long quarters = doubleToRawLongBits(rounded);
        double side = (quarters & 1) == 0 ? cosineOfEighth(r) : sineOfEighth(r);
        return longBitsToDouble(doubleToRawLongBits(side) ^ (((quarters + 1) & 2) << 62));
    }

    /// `sin 2πr = r (2π + z p(z))` with `z = r²`, for at most an eighth of a turn.
    static double sineOfEighth(double r) {
        double z = r * r;
        double z2 = z * z;
        double p = fma(fma(fma(S5, z, S4), z2, fma(S3, z, S2)), z2, fma(S1, z, S0));
        return fma(r, TWO_PI_HIGH, r * fma(z, p, TWO_PI_LOW));
    }

    /// `cos 2πr = 1 + z (c + z p(z))` with `z = r²`, for at most an eighth of a turn; what `1 + z c` rounds off
    /// is added later.
    static double cosineOfEighth(double r) {
        double z = r * r;
        double z2 = z * z;
        double p = fma(fma(fma(C6, z, C5), z2, fma(C4, z, C3)), z2, fma(C2, z, C1));
        double first = fma(z, C0, 1);
        return first + fma(z2, p, fma(z, C0, 1 - first));
    }
}
