package org.sandglass.langevin;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.Outputs;

/// `y = x + h s(x) + √(2hτ) z`, accepted if `ln u < (ln p(y) − ln p(x))/τ + ½‖z‖² − ‖x − y − h s(y)‖²/(4hτ)`.
///
/// `½‖z‖²` is `‖y − x − h s(x)‖²/(4hτ)`: what remains of the two normal densities of the way there and back.
final class Metropolis implements Rule {
    private static final double[] NONE = {};

    private final Langevin how;
    private final Noise noise;
    private final Place place;
    private final Points y;
    private final Outputs atX;
    private final Outputs atY;
    private final double[] z;
    private final double[] u;
    private final long[] accepted;

    Metropolis(Langevin how, Noise noise, Place place, Points start) {
        this.how = how;
        this.noise = noise;
        this.place = place;
        this.y = Points.zeros(start.n(), start.d());
        this.atX = room(start);
        this.atY = room(start);
        this.z = new double[start.data().length];
        this.u = new double[start.n()];
        this.accepted = new long[start.n()];
    }

    private static Outputs room(Points like) {
        return new Outputs(new double[like.n()], new double[like.data().length], NONE);
    }

    @Override
    public void move(Points x, long step) {
        if (step == 0) {
            how.law().evaluate(x, 0, x.n(), atX);
            place.requireDensity(atX.logDensity());
        }
        noise.normals(step, z);
        noise.uniforms(step, u);
        propose(x.data(), y.data());
        place.requireFinite(y, step);
        how.law().evaluate(y, 0, y.n(), atY);
        for (int i = 0; i < u.length; i++) {
            // a proposal so far away that its density is 0, or its way back not finite, is rejected
            if (Math.log(u[i]) < logOdds(x.data(), i, x.d())) {
                accept(x, i);
            }
        }
    }

    /// `y = x + h s(x) + √(2hτ) z`.
    private void propose(double[] from, double[] to) {
        double h = how.stepSize();
        double spread = how.spread();
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + h * atX.score()[i] + spread * z[i];
        }
    }

    private double logOdds(double[] x, int row, int d) {
        double there = 0;
        double back = 0;
        for (int i = row * d; i < (row + 1) * d; i++) {
            double gap = x[i] - y.data()[i] - how.stepSize() * atY.score()[i];
            there += z[i] * z[i];
            back += gap * gap;
        }
        double gain = (atY.logDensity()[row] - atX.logDensity()[row]) / how.temperature();
        return gain + 0.5 * there - back / (2 * how.spread() * how.spread());
    }

    private void accept(Points x, int row) {
        int d = x.d();
        accepted[row]++;
        System.arraycopy(y.data(), row * d, x.data(), row * d, d);
        System.arraycopy(atY.score(), row * d, atX.score(), row * d, d);
        atX.logDensity()[row] = atY.logDensity()[row];
    }

    @Override
    public long accepted(int row, long steps) {
        return accepted[row];
    }
}
