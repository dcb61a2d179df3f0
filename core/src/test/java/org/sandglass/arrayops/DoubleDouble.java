package org.sandglass.arrayops;

/// The unevaluated sum `high + low` of two doubles, about 31 digits: the arithmetic of the reference functions.
///
/// Sums and products after Dekker (1971) with `fma`; relative errors of a few `2⁻¹⁰⁴`.
record DoubleDouble(double high, double low) {
    static final DoubleDouble ZERO = of(0), ONE = of(1);
    static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    static final DoubleDouble TWO_PI = new DoubleDouble(0x1.921fb54442d18p2, 0x1.1a62633145c07p-52);

    static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    /// `a + b` without error.
    static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double bb = s - a;
        return new DoubleDouble(s, (a - (s - bb)) + (b - bb));
    }

    /// `a · b` without error.
    static DoubleDouble product(double a, double b) {
        double p = a * b;
        return new DoubleDouble(p, Math.fma(a, b, -p));
    }

    DoubleDouble plus(DoubleDouble that) {
        DoubleDouble s = sum(high, that.high);
        DoubleDouble t = sum(low, that.low);
        DoubleDouble u = sum(s.high, s.low + t.high);
        return sum(u.high, u.low + t.low);
    }

    DoubleDouble plus(double that) {
        return plus(of(that));
    }

    DoubleDouble times(DoubleDouble that) {
        DoubleDouble p = product(high, that.high);
        return sum(p.high, p.low + Math.fma(high, that.low, low * that.high));
    }

    DoubleDouble times(double that) {
        return times(of(that));
    }

    DoubleDouble over(double that) {
        double first = high / that;
        DoubleDouble left = plus(product(-first, that));
        double second = left.high / that;
        double third = left.plus(product(-second, that)).high / that;
        return sum(first, second).plus(third);
    }

    DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    /// Times `2ⁿ`, where nothing underflows.
    DoubleDouble scaled(int n) {
        return new DoubleDouble(Math.scalb(high, n), Math.scalb(low, n));
    }
}
