package org.sandglass.solver;

import org.sandglass.linalg.Points;

/// The pair of Dormand and Prince, 5(4), with steps that keep a tolerance: `dy/ds = F(s, y)` for many points
/// at once.
///
/// A step is accepted if for every number of every point `|y₅ − y₄| ≤ absolute + relative·max(|y|, |y′|)`,
/// with the results of order 5 and 4: all points take the same steps, and the worst of them decides. The next
/// step follows the controller with memory of Hairer, Nørsett and Wanner 1993 (II.4 and the program DOPRI5,
/// `β = 0.04`), the first one their rule for it. Six evaluations a step, for the last of one is the first of
/// the next.
///
/// @param absolute the tolerance of small numbers, finite and `> 0`
/// @param relative the tolerance as a part of large ones, finite and `≥ 0`
public record DormandPrince(double absolute, double relative) {
    /// Checks the ranges.
    public DormandPrince {
        if (!(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the absolute tolerance must be finite and > 0, got " + absolute);
        }
        if (!(relative >= 0 && relative < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the relative tolerance must be finite and >= 0, got " + relative);
        }
    }

    /// The right side of the equation.
    @FunctionalInterface
    public interface Field {
        /// The rate of change of all points.
        ///
        /// @param s where
        /// @param y n × d points, read only
        /// @param out receives `F(s, y)`, n × d
        void rate(double s, Points y, Points out);
    }

    /// Carries points along the field, in either direction.
    ///
    /// @param field the right side
    /// @param from where the points are
    /// @param to where they go
    /// @param y n × d points; receives those at the end
    /// @return how many times the field was asked
    /// @throws org.sandglass.linalg.NumericalException if the steps become as short as rounding
    public int integrate(Field field, double from, double to, Points y) {
        return from == to || y.n() == 0 ? 0 : new DormandPrinceRun(this, field, y).run(from, to);
    }

    /// What an error in one number is measured in.
    double scale(double before, double after) {
        return absolute + relative * Math.max(Math.abs(before), Math.abs(after));
    }
}
