package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloatMathTest {
    /// Against [ArrayMath#exp2(double)], which is exact here: every 97th of the floats from −126 to 0, eleven million.
    @Test
    void exp2IsWithinOneUlpWhereItIsNotZero() {
        double worst = 0;
        int last = Float.floatToRawIntBits(-126);
        for (int bits = Float.floatToRawIntBits(-0f); bits <= last; bits += 97) {
            float x = Float.intBitsToFloat(bits);
            double truth = ArrayMath.exp2(x);
            worst = Math.max(worst, Math.abs(FloatMath.exp2(x) - truth) / ulp(truth));
        }
        assertThat(worst).isLessThan(1);
    }

    /// The distance of floats at a number that need not be one.
    private static double ulp(double x) {
        return Math.scalb(1.0, Math.getExponent(x) - 23);
    }

    @Test
    void exp2HasItsLimits() {
        assertThat(FloatMath.exp2(0)).isEqualTo(1);
        assertThat(FloatMath.exp2(-0f)).isEqualTo(1);
        assertThat(FloatMath.exp2(-1)).isEqualTo(0.5f);
        assertThat(FloatMath.exp2(-126)).isEqualTo(Float.MIN_NORMAL);
        assertThat(FloatMath.exp2(Math.nextDown(-126f))).isZero();
        assertThat(FloatMath.exp2(-1e30f)).isZero();
        assertThat(FloatMath.exp2(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(FloatMath.exp2(Float.NaN)).isNaN();
    }
}
