package org.sandglass.mixture;

import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;

/// Shadows of points in few dimensions, which are never farther apart than the points themselves.
///
/// `φ(x) = (‖(I − VᵀV)(x − c)‖, V(x − c))` with the rows of `V` orthonormal: by Pythagoras and the triangle
/// inequality `‖φ(x) − φ(y)‖ ≤ ‖x − y‖`. With `V` along the widest directions of the means most of a distance is
/// left, also of one between noisy points: noise in hundreds of dimensions ends up in one number. In many
/// dimensions a second, finer shadow replaces that number by more directions and what these leave. In few
/// dimensions a point is its own shadow. Scaling `x`, `y` and `c` scales the shadows. Immutable.
final class Shadows {
    /// The most numbers that a shadow has.
    static final int WIDTH = 32;

    /// How many numbers replace the first one in a finer shadow.
    static final int FINE_WIDTH = 96;

    /// From so many dimensions on a finer shadow is much shorter than a point.
    private static final int LEAST_FOR_FINE = 4 * FINE_WIDTH;

    /// Half the distance from 1 to the next double: the relative error of one rounding.
    private static final double U = 0x1p-53;

    private final ArrayOps ops = ArrayOps.get();
    private final int d;
    private final double[] directions;
    private final double[] centre;
    private final double largest;
    private final double stretch;
    private final double blur;

    private Shadows(int d, double[] directions, double[] centre, double largest) {
        this.d = d;
        this.directions = directions;
        this.centre = centre;
        this.largest = largest;
        this.stretch = isExact() ? 1 : 1 + imbalance();
        this.blur = isExact() ? 2 * U : blur();
    }

    /// Shadows that suit some points.
    static Shadows of(Points points) {
        ArrayOps ops = ArrayOps.get();
        int d = points.d();
        double[] mean = new double[d];
        double largest = 0;
        for (int i = 0; i < points.n(); i++) {
            ops.axpy(1.0 / points.n(), points.data(), i * d, mean, 0, d);
            largest = Math.max(largest, ops.dot(points.data(), i * d, points.data(), i * d, d));
        }
        int count = d <= WIDTH ? 0 : WIDTH - 1 + (d < LEAST_FOR_FINE ? 0 : FINE_WIDTH - 1);
        double[] directions = PrincipalDirections.of(ops, points, mean, count);
        return new Shadows(d, directions, mean, Math.sqrt(largest));
    }

    /// Whether points are their own shadows.
    boolean isExact() {
        return directions.length == 0;
    }

    /// How many numbers a shadow has.
    int width() {
        return isExact() ? d : WIDTH;
    }

    /// How many numbers replace the first one in a finer shadow, 0 if there is none.
    int fineWidth() {
        return directions.length > (WIDTH - 1) * d ? FINE_WIDTH : 0;
    }

    /// The largest norm of a point that these shadows were made for.
    double largest() {
        return largest;
    }

    /// The shadow of a point, about `scale·c`.
    void cast(double[] x, int xFrom, double scale, double[] out, int outFrom) {
        if (isExact()) {
            System.arraycopy(x, xFrom, out, outFrom, d);
            return;
        }
        double[] y = Scratch.take(d);
        ops.difference(x, xFrom, scale, centre, 0, y, 0, d);
        project(y, 0, WIDTH, ops.dot(y, 0, y, 0, d), out, outFrom);
        Scratch.give(y);
    }

    /// The numbers that replace the first one of a shadow.
    ///
    /// @param shadow holds the shadow that [#cast] made
    /// @param from where it begins
    void castFine(double[] x, int xFrom, double scale, double[] shadow, int from, double[] out, int outFrom) {
        double[] y = Scratch.take(d);
        ops.difference(x, xFrom, scale, centre, 0, y, 0, d);
        project(y, WIDTH - 1, FINE_WIDTH, shadow[from] * shadow[from], out, outFrom);
        Scratch.give(y);
    }

    /// Writes `width − 1` coordinates along directions from `first` on, after what they leave of a square.
    private void project(double[] y, int first, int width, double square, double[] out, int outFrom) {
        for (int i = 1; i < width; i++) {
            out[outFrom + i] = ops.dot(directions, (first + i - 1) * d, y, 0, d);
        }
        double seen = ops.dot(out, outFrom + 1, out, outFrom + 1, width - 1);
        out[outFrom] = Math.sqrt(Math.max(0, square - seen));
    }

    /// How much farther apart than the points their shadows may be, as a factor on the squared distance, because
    /// the directions are orthonormal only to rounding.
    double stretch() {
        return stretch;
    }

    /// How much the computed shadows of `x` and of a scaled point may be off together.
    ///
    /// @param norm `‖x‖`
    /// @param scale of the points, each of which may have been rounded once more after scaling
    double slack(double norm, double scale) {
        return isExact() ? blur * scale * largest : blur * (norm + 3 * scale * largest);
    }

    /// At least `‖VVᵀ − I‖` over the rows that are not zero.
    private double imbalance() {
        double worst = 0;
        for (int i = 0; i < directions.length; i += d) {
            double sum = 0;
            for (int j = 0; j < directions.length; j += d) {
                double dot = ops.dot(directions, i, directions, j, d);
                sum += Math.abs(i == j && dot != 0 ? dot - 1 : dot) + (d + 8) * U;
            }
            worst = Math.max(worst, sum);
        }
        return worst;
    }

    /// `2κ`, `κ² = (2√r + 2)(d + r + 8)u`: the square of the first coordinate is what two or three sums of squares
    /// leave, together within a part `κ²` of `‖x − c‖²`, so its root is within `κ‖x − c‖`; the factor 2 covers the
    /// other coordinates and the rounding of `x − c`, which are off by parts of order `κ²`.
    private double blur() {
        int r = directions.length / d;
        return 2 * Math.sqrt((2 * Math.sqrt(r) + 2) * (d + r + 8) * U);
    }
}
