package org.sandglass.transport;

import org.sandglass.linalg.Points;

/// Squared distances on the torus, computed when they are asked for.
final class TorusDistances implements Costs {
    private static final double TURN = 2 * Math.PI;

    private final Points x;
    private final Points y;

    private TorusDistances(Points x, Points y) {
        this.x = x;
        this.y = y;
    }

    static TorusDistances of(Points x, Points y) {
        Distances.requireClouds(x, y);
        return new TorusDistances(reduced(x), reduced(y));
    }

    /// Angles in `[0, 2π)`.
    private static Points reduced(Points points) {
        double[] out = points.data().clone();
        for (int i = 0; i < out.length; i++) {
            double angle = out[i] % TURN;
            out[i] = angle < 0 ? angle + TURN : angle;
        }
        return Points.wrap(out, points.n(), points.d());
    }

    @Override
    public int sources() {
        return x.n();
    }

    @Override
    public int sinks() {
        return y.n();
    }

    @Override
    public double at(int i, int l) {
        int d = x.d();
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double straight = Math.abs(x.data()[i * d + j] - y.data()[l * d + j]);
            double gap = Math.min(straight, TURN - straight);
            sum += gap * gap;
        }
        return sum;
    }

    @Override
    public int[] sourceOrder() {
        return Distances.along(x, 0);
    }

    @Override
    public int[] sinkOrder() {
        return Distances.along(y, 0);
    }
}
