package org.sandglass.flow;

import java.util.Arrays;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.solver.QuarterCircle;

/// The Jacobian of any denoiser by central differences: `J e ≈ (F(u + δe) − F(u − δe))/2δ`.
///
/// With `δ|e| = ε^(1/3) max(1, |u|)`, `ε = 2⁻⁵²`, in the largest entries, the error is some `10⁻¹⁰` of the
/// size of `F` if `F` changes over lengths of 1, and grows with the inverse square of that length. It bounds
/// the tolerance that makes sense.
record DifferencedJacobian(QuarterCircle circle, double t) implements RateJacobian {
    private static final double STEP = Math.cbrt(0x1p-52);

    @Override
    public void times(Points u, Points e, Points out) {
        Points steps = Room.like(u);
        double[] lengths = new double[u.n()];
        for (int i = 0; i < u.n(); i++) {
            double size = largest(e, i);
            lengths[i] = size == 0 ? 1 : STEP * Math.max(1, largest(u, i)) / size;
            for (int j = 0; j < u.d(); j++) {
                steps.data()[i * u.d() + j] = lengths[i] * e.get(i, j);
            }
        }
        difference(u, steps, out);
        for (int i = 0; i < out.data().length; i++) {
            out.data()[i] /= 2 * lengths[i / u.d()];
        }
        Room.give(steps);
    }

    @Override
    public double[] trace(Points u) {
        double[] trace = new double[u.n()];
        Points e = Room.zeros(u);
        Points column = Room.like(u);
        for (int j = 0; j < u.d(); j++) {
            for (int i = 0; i < u.n(); i++) {
                Arrays.fill(e.data(), i * u.d(), (i + 1) * u.d(), 0);
                e.data()[i * u.d() + j] = 1;
            }
            times(u, e, column);
            for (int i = 0; i < u.n(); i++) {
                trace[i] += column.get(i, j);
            }
        }
        Room.give(column);
        Room.give(e);
        return trace;
    }

    /// `F(u + step) − F(u − step)`.
    private void difference(Points u, Points steps, Points out) {
        Points place = Room.copy(u);
        Room.combine(1, place, -1, steps);
        Points below = Room.like(u);
        circle.rate(t, place, below);
        Room.combine(1, place, 2, steps);
        circle.rate(t, place, out);
        Room.combine(1, out, -1, below);
        Room.give(below);
        Room.give(place);
    }

    private static double largest(Points points, int i) {
        double most = 0;
        for (int j = 0; j < points.d(); j++) {
            most = Math.max(most, Math.abs(points.get(i, j)));
        }
        return most;
    }
}
