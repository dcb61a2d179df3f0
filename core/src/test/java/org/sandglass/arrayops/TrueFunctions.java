package org.sandglass.arrayops;

/// `exp`, `log`, `sin 2πu` and `cos 2πu` to about 30 digits, by their Taylor series in double-double
/// arithmetic.
final class TrueFunctions {
    private static final int TERMS = 28;

    private TrueFunctions() {}

    /// A value `mantissa · 2^scale`, so that subnormal numbers have a true value too.
    record Scaled(DoubleDouble mantissa, int scale) {

        /// How far `actual` is from this, in units of the last place that a double has there.
        double ulps(double actual) {
            double unscaled = Math.scalb(Math.scalb(actual, -scale / 2), -(scale - scale / 2));
            double ulp = Math.max(Math.ulp(mantissa.high()), smallest());
            return Math.abs((unscaled - mantissa.high()) - mantissa.low()) / ulp;
        }

        private double smallest() {
            return scale < -100 ? Math.scalb(Double.MIN_VALUE, -scale) : 0;
        }
    }

    static Scaled exp(double x) {
        double k = Math.rint(x / DoubleDouble.LN2.high());
        return new Scaled(expm1(reduced(x, k)).plus(1), (int) k);
    }

    /// `2ˣ`, from the natural exponential of what is left of `x` beyond an integer.
    static Scaled exp2(double x) {
        double k = Math.rint(x);
        return new Scaled(DoubleDouble.ONE.plus(expm1(DoubleDouble.LN2.times(DoubleDouble.of(x - k)))), (int) k);
    }

    /// `x − k ln 2`, with the third part of `ln 2` too.
    private static DoubleDouble reduced(double x, double k) {
        return DoubleDouble.of(x)
                .plus(DoubleDouble.product(-k, DoubleDouble.LN2.high()))
                .plus(DoubleDouble.product(-k, DoubleDouble.LN2.low()))
                .plus(-k * 0x1.7b57a079a1934p-111);
    }

    private static DoubleDouble expm1(DoubleDouble r) {
        DoubleDouble series = DoubleDouble.ONE;
        for (int n = TERMS; n > 1; n--) {
            series = series.times(r).over(n).plus(1);
        }
        return series.times(r);
    }

    /// One Newton step from the library's value: `y + δ − δ²/2` with `1 + δ = x e⁻ʸ`.
    static Scaled log(double x) {
        double y = StrictMath.log(x);
        double k = Math.rint(y / DoubleDouble.LN2.high());
        double near = Math.scalb(Math.scalb(x, -(int) k / 2), -((int) k - (int) k / 2));
        DoubleDouble delta = expm1(reduced(-y, -k)).times(near).plus(DoubleDouble.sum(near, -1));
        DoubleDouble square = delta.times(delta).times(-0.5);
        return new Scaled(DoubleDouble.of(y).plus(delta).plus(square), 0);
    }

    static Scaled sinTurns(double u) {
        return alternating(u, 0);
    }

    static Scaled cosTurns(double u) {
        return alternating(u, 1);
    }

    /// The sine after as many more quarter turns.
    private static Scaled alternating(double u, int quarters) {
        double nearest = Math.rint(4 * u);
        DoubleDouble angle = DoubleDouble.TWO_PI.times(u - nearest / 4);
        DoubleDouble value = switch ((int) ((long) nearest + quarters) & 3) {
            case 0 -> sine(angle);
            case 1 -> cosine(angle);
            case 2 -> sine(angle).negated();
            default -> cosine(angle).negated();
        };
        return new Scaled(value, 0);
    }

    private static DoubleDouble sine(DoubleDouble angle) {
        DoubleDouble square = angle.times(angle).negated();
        DoubleDouble series = DoubleDouble.ONE;
        for (int n = TERMS; n > 1; n -= 2) {
            series = series.times(square).over(n * (n + 1.0)).plus(1);
        }
        return series.times(angle);
    }

    private static DoubleDouble cosine(DoubleDouble angle) {
        DoubleDouble square = angle.times(angle).negated();
        DoubleDouble series = DoubleDouble.ONE;
        for (int n = TERMS; n > 1; n -= 2) {
            series = series.times(square).over(n * (n - 1.0)).plus(1);
        }
        return series;
    }
}
