package org.sandglass.importance;

/// The two functions that carry every family of divergences through its limits.
final class Powers {
    private Powers() {}

    /// `(e^{zt} − 1) / z`, and `t` where `z = 0`; accurate to a few ulp however small `zt` is.
    static double slope(double z, double t) {
        return z == 0 ? t : Math.expm1(z * t) / z;
    }

    /// `(e^{(1+z)t} − e^t) / z`, and `t e^t` where `z = 0`; 0 at `t = −∞` for `z > −1`.
    static double tiltedSlope(double z, double t) {
        if (t == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        // beyond 1 nothing cancels, and the factors of the product may be 0 and infinite
        return Math.abs(z * t) > 1 ? (Math.exp((1 + z) * t) - Math.exp(t)) / z : Math.exp(t) * slope(z, t);
    }
}
