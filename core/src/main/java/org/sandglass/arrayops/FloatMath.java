package org.sandglass.arrayops;

import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.fma;

/// Elementary functions in single precision, with the same bits as those of [FloatTileOps] on every platform.
///
/// As [ArrayMath] made of `+ − ×`, `fma` and bit patterns; the coefficients come from
/// `core/src/test/python/float_coefficients.py`.
final class FloatMath {
    /// Below this `exp2` gives 0: its results are never subnormal.
    static final float EXP2_LOW = -126;

    /// Added to a float, puts its nearest integer into the low bits.
    static final float EXP2_ROUNDER = 0x1.8p23f;

    static final float T0 = 0x1.62e43p-1f, T1 = 0x1.ebfbd8p-3f, T2 = 0x1.c6af78p-5f;
    static final float T3 = 0x1.3b30b0p-7f, T4 = 0x1.5f0a66p-10f, T5 = 0x1.3f906cp-13f;

    private FloatMath() {}

    /// `2ˣ` for weights relative to the largest, within 1 ulp; 0 where that would be subnormal.
    ///
    /// With `k = round(x)` and `r = x − k`, which is exact, `2ˣ = 2ᵏ (1 + r p(r))`, as in
    /// [ArrayMath#exp2(double)].
    ///
    /// @param x at most 100
    /// @return `2ˣ`: 0 for −∞ and below −126, 1 for 0, NaN for NaN
    static float exp2(float x) {
        float rounded = x + EXP2_ROUNDER;
        float r = x - (rounded - EXP2_ROUNDER);
        float p = fma(fma(fma(fma(fma(T5, r, T4), r, T3), r, T2), r, T1), r, T0);
        float y = fma(p, r, 1f);
        float scaled = intBitsToFloat(floatToRawIntBits(y) + (floatToRawIntBits(rounded) << 23));
        return x < EXP2_LOW ? 0 : scaled;
    }
}
