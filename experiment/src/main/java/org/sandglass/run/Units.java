package org.sandglass.run;

import org.sandglass.format.InputException;

/// The units of results: `E = −kT ln p`, `F = kT ∇ ln p`, and a length `L` in which points are counted.
///
/// In units of `L` a point is `x/L`, and its density that of `x/L`: `ln p + D ln L`. Each quantity moves
/// with it: derivatives gain a factor `L` each, means and velocities lose one, covariances two.
///
/// @param kT `kT > 0`
/// @param length `L > 0`
public record Units(double kT, double length) {
    /// Energies in units of `kT`, lengths as the mixture has them.
    public static final Units NONE = new Units(1, 1);

    /// Checks the ranges.
    public Units {
        requirePositive("--kt", kT);
        requirePositive("--length-scale", length);
    }

    private static void requirePositive(String option, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InputException(option + " must be > 0, got " + value);
        }
    }

    /// Points of a mixture counted in `L`, in place.
    void measure(double[] x) {
        if (length != 1) {
            for (int i = 0; i < x.length; i++) {
                x[i] /= length;
            }
        }
    }

    /// Points counted in `L` as the mixture has them, in place.
    void undo(double[] x) {
        if (length != 1) {
            for (int i = 0; i < x.length; i++) {
                x[i] *= length;
            }
        }
    }

    /// A quantity of a mixture in `d` dimensions, in place.
    void measure(Quantity quantity, double[] values, int d) {
        switch (quantity) {
            case LOG_DENSITY -> move(values, 1, d * Math.log(length));
            case ENERGY -> move(values, kT, -kT * (d * Math.log(length)));
            case SCORE, DIVERGENCE, HESSIAN -> move(values, quantity == Quantity.SCORE ? length : length * length, 0);
            case FORCE -> move(values, kT * length, 0);
            case DENOISED, VELOCITY -> measure(values);
            case DENOISED_COVARIANCE -> move(values, 1 / (length * length), 0);
            case RESPONSIBILITIES, NOISE -> {}
        }
    }

    /// `v ← factor·v + plus`; nothing where that would change nothing, so that the usual units keep all bits.
    private static void move(double[] values, double factor, double plus) {
        if (factor != 1 || plus != 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = factor * values[i] + plus;
            }
        }
    }
}
