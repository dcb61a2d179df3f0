package org.sandglass.metric;

/// The upper tail `Φ̄(x) = P(z > x)` of a standard normal number, to about 1e-15 of its value however
/// small.
///
/// `Φ̄(x) = e^(−x²/2) R(x)` for `x ≥ 0`, with `R(x)(x + 4)` a Chebyshev series in `t = (x − 4)/(x + 4)`;
/// its coefficients come from `src/test/python/normal_tail.py`. `x²` is taken in two parts, so that the
/// exponential keeps its digits. Some 30 ns.
public final class NormalTail {
    private static final double[] COEFFICIENTS = {
        0.9704512045660766,
        -0.7517088168395706,
        0.22219355567525104,
        -0.048517753260446085,
        0.006925920496242481,
        -0.00032059847439814995,
        -0.00010054739163210679,
        1.8903369019706965e-05,
        1.010356885474631e-06,
        -6.145334749397824e-07,
        -3.3810201200691756e-09,
        2.0686508061742833e-08,
        -1.1282603632469507e-10,
        -7.774015228388695e-10,
        -9.941424191404708e-12,
        3.174482949858303e-11,
        1.842480684470494e-12,
        -1.3128616466710965e-12,
        -1.7415362652654813e-13,
        4.9072740317044244e-14,
        1.2931384326165576e-14,
        -1.2180663521726341e-15,
        -8.052147372620933e-16,
        -2.8604941442616213e-17,
        4.057064424335354e-17,
        7.006400772814596e-18,
    };

    private NormalTail() {}

    /// `Φ̄(x)`; 0 where it underflows, from 38.5 on.
    ///
    /// @param x any number, also infinite
    /// @return in `[0, 1]`
    public static double upper(double x) {
        return x < 0 ? 1 - tail(-x) : tail(x);
    }

    /// `Φ(x) = Φ̄(−x)`.
    ///
    /// @param x any number, also infinite
    /// @return in `[0, 1]`
    public static double lower(double x) {
        return upper(-x);
    }

    /// `ln Φ̄(x)`, finite for all finite x.
    static double logUpper(double x) {
        return x < 0 ? Math.log1p(-tail(-x)) : Math.log(scaled(x)) - x * x / 2;
    }

    /// `ln P(a < z ≤ b)` for `a < b`, from the nearer tail.
    static double logBetween(double a, double b) {
        if (a == b) {
            return Double.NEGATIVE_INFINITY;
        }
        if (a + b < 0) {
            return logBetween(-b, -a);
        }
        if (a < 0) {
            return Math.log1p(-tail(-a) - tail(b));
        }
        double far = logUpper(a);
        return far + Math.log(-Math.expm1(logUpper(b) - far));
    }

    /// `Φ̄(x)` for `x ≥ 0`.
    private static double tail(double x) {
        double square = x * x;
        double rest = Math.fma(x, x, -square);
        return x < 39 ? Math.exp(-square / 2) * (1 - rest / 2) * scaled(x) : 0;
    }

    /// `R(x)` for `x ≥ 0`, by Clenshaw's recurrence.
    private static double scaled(double x) {
        double t = x < 1e300 ? (x - 4) / (x + 4) : 1;
        double next = 0;
        double here = 0;
        for (int k = COEFFICIENTS.length - 1; k > 0; k--) {
            double last = here;
            here = Math.fma(2 * t, here, COEFFICIENTS[k] - next);
            next = last;
        }
        return (Math.fma(t, here, COEFFICIENTS[0]) - next) / (x + 4);
    }
}
