package org.sandglass.figure;

/// The points at a given distance from a centre, as a covariance measures it:
/// `(x − m)ᵀ Σ⁻¹ (x − m) = r²`. Its axes lie along the eigenvectors of `Σ`, `r √λ` long.
///
/// @param x the first coordinate of the centre `m`
/// @param y the second
/// @param xx `Σ₀₀ ≥ 0`
/// @param xy `Σ₀₁ = Σ₁₀`
/// @param yy `Σ₁₁ ≥ 0`
/// @param radius `r > 0`, in standard deviations
public record Ellipse(double x, double y, double xx, double xy, double yy, double radius) {
    /// Checks the numbers: the covariance is positive semi-definite to 1e-9 of its size.
    public Ellipse {
        boolean finite = Math.abs(x) <= 1e300 && Math.abs(y) <= 1e300 && xx <= 1e300 && yy <= 1e300;
        double limit = Math.sqrt(xx) * Math.sqrt(yy) * (1 + 1e-9);
        if (!(finite && xx >= 0 && yy >= 0 && Math.abs(xy) <= limit && radius > 0 && radius <= 1e3)) {
            throw new IllegalArgumentException(
                    "Ellipse needs a finite centre, a covariance and 0 < radius <= 1000, got x=" + x + ", y=" + y
                            + ", xx=" + xx + ", xy=" + xy + ", yy=" + yy + ", radius=" + radius);
        }
    }

    /// The direction of the longer axis: `½ atan2(2Σ₀₁, Σ₀₀ − Σ₁₁)`, in radians.
    double angle() {
        return Math.atan2(2 * xy, xx - yy) / 2;
    }

    /// The longer half axis.
    double major() {
        return radius * Math.sqrt((xx + yy) / 2 + spread());
    }

    /// The shorter half axis: `r √(det Σ / λ₁)`, which keeps its digits where it is short.
    double minor() {
        double greater = (xx + yy) / 2 + spread();
        double determinant = Math.max(xx * yy - xy * xy, 0);
        return greater == 0 ? 0 : radius * Math.sqrt(determinant / greater);
    }

    private double spread() {
        return Math.hypot((xx - yy) / 2, xy);
    }

    /// A point of it, by its angle from the longer axis.
    double[] at(double phase) {
        double along = major() * Math.cos(phase);
        double across = minor() * Math.sin(phase);
        double cos = Math.cos(angle());
        double sin = Math.sin(angle());
        return new double[] {x + cos * along - sin * across, y + sin * along + cos * across};
    }
}
