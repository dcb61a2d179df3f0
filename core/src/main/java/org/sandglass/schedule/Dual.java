package org.sandglass.schedule;

/// A number and its rate of change, `v + v̇ ε` with `ε² = 0`: a function written over such numbers yields its
/// derivative to the last digits, without differences.
///
/// ```java
/// Dual t = Dual.variable(0.5);
/// Dual y = t.times(t).negated().exp();   // y = e^(−t²), y.rate() = −2t e^(−t²)
/// ```
///
/// @param value the number `v`
/// @param rate its derivative `v̇`
public record Dual(double value, double rate) {
    /// The variable itself.
    ///
    /// @param value where to differentiate
    /// @return `value` with rate 1
    public static Dual variable(double value) {
        return new Dual(value, 1);
    }

    /// A number that does not change.
    ///
    /// @param value the number
    /// @return `value` with rate 0
    public static Dual constant(double value) {
        return new Dual(value, 0);
    }

    /// The sum.
    ///
    /// @param y another number
    /// @return `this + y`
    public Dual plus(Dual y) {
        return new Dual(value + y.value, rate + y.rate);
    }

    /// The sum with a constant.
    ///
    /// @param c the constant
    /// @return `this + c`
    public Dual plus(double c) {
        return new Dual(value + c, rate);
    }

    /// The difference.
    ///
    /// @param y another number
    /// @return `this − y`
    public Dual minus(Dual y) {
        return new Dual(value - y.value, rate - y.rate);
    }

    /// The product.
    ///
    /// @param y another number
    /// @return `this · y`
    public Dual times(Dual y) {
        return new Dual(value * y.value, value * y.rate + rate * y.value);
    }

    /// The product with a constant.
    ///
    /// @param c the constant
    /// @return `c · this`
    public Dual times(double c) {
        return new Dual(value * c, rate * c);
    }

    /// The quotient.
    ///
    /// @param y another number, not 0
    /// @return `this / y`
    public Dual dividedBy(Dual y) {
        double quotient = value / y.value;
        return new Dual(quotient, (rate - quotient * y.rate) / y.value);
    }

    /// The opposite.
    ///
    /// @return `−this`
    public Dual negated() {
        return new Dual(-value, -rate);
    }

    /// The exponential.
    ///
    /// @return `e^this`
    public Dual exp() {
        double y = Math.exp(value);
        return chain(y, y);
    }

    /// The exponential less one, accurate near 0.
    ///
    /// @return `e^this − 1`
    public Dual expm1() {
        return chain(Math.expm1(value), Math.exp(value));
    }

    /// The natural logarithm.
    ///
    /// @return `ln this`
    public Dual log() {
        return chain(Math.log(value), 1 / value);
    }

    /// The square root. At 0 its rate is infinite, and NaN if this has rate 0.
    ///
    /// @return `√this`
    public Dual sqrt() {
        double y = Math.sqrt(value);
        return chain(y, 0.5 / y);
    }

    /// A constant power.
    ///
    /// @param p the exponent
    /// @return `this^p`
    public Dual pow(double p) {
        return chain(Math.pow(value, p), p * Math.pow(value, p - 1));
    }

    /// The sine.
    ///
    /// @return `sin this`
    public Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    /// The cosine.
    ///
    /// @return `cos this`
    public Dual cos() {
        return chain(Math.cos(value), -Math.sin(value));
    }

    /// The hyperbolic tangent.
    ///
    /// @return `tanh this`
    public Dual tanh() {
        double cosh = Math.cosh(value);
        return chain(Math.tanh(value), 1 / cosh / cosh);
    }

    private Dual chain(double y, double slope) {
        return new Dual(y, slope * rate);
    }
}
