package org.sandglass.linalg;

/// The rule of Gauss and Legendre on `[−1, 1]`: 16 points, exact for polynomials up to degree 31. The
/// points are the zeros of `P₁₆`, by Newton's method; weights `2/((1 − x²) P′₁₆(x)²)`.
public final class GaussLegendre {
    private static final int POINTS = 16;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
            for (int step = 0; step < 8; step++) {
                double[] p = legendre(x);
                x -= p[0] / p[1];
            }
            double slope = legendre(x)[1];
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private GaussLegendre() {}

    /// `P₁₆(x)` and its derivative.
    private static double[] legendre(double x) {
        double before = 1;
        double here = x;
        for (int n = 2; n <= POINTS; n++) {
            double next = ((2 * n - 1) * x * here - (n - 1) * before) / n;
            before = here;
            here = next;
        }
        return new double[] {here, POINTS * (x * here - before) / (x * x - 1)};
    }

    /// How many points the rule has.
    ///
    /// @return 16
    public static int points() {
        return POINTS;
    }

    /// One of the points.
    ///
    /// @param i which, from 0, from the greatest to the least
    /// @return its place in `(−1, 1)`
    public static double node(int i) {
        return NODES[i];
    }

    /// The weight of a point.
    ///
    /// @param i which, from 0
    /// @return its weight, `> 0`; all add up to 2
    public static double weight(int i) {
        return WEIGHTS[i];
    }
}
