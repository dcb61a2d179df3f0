package org.sandglass.flow;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.random.RandomStreams;
import org.sandglass.solver.DormandPrince;
import org.sandglass.solver.QuarterCircle;

/// One chunk of points on its way along the flow, with the integral of each estimate of the divergence beside
/// its coordinates: rows `(u₁ … u_d, ∫₁ … ∫ₘ)`.
final class Growth implements DormandPrince.Field {
    private final QuarterCircle circle;
    private final int d;
    private final int estimates;

    /// The probes of Hutchinson's estimate; none if the divergence is exact.
    private final List<Points> probes = new ArrayList<>();

    Growth(QuarterCircle circle, Divergence divergence, int chunk, Points x) {
        this.circle = circle;
        this.d = x.d();
        this.estimates = divergence.estimates();
        if (divergence instanceof Divergence.Hutchinson(int count, Divergence.Probe law, RandomStreams streams)) {
            for (int i = 0; i < count; i++) {
                Points probe = Points.zeros(x.n(), d);
                streams.stream("probe", chunk, i).fillNormals(probe.data(), 0, probe.data().length);
                probes.add(law == Divergence.Probe.NORMAL ? probe : signs(probe));
            }
        }
    }

    private static Points signs(Points normals) {
        for (int i = 0; i < normals.data().length; i++) {
            normals.data()[i] = normals.data()[i] < 0 ? -1 : 1;
        }
        return normals;
    }

    /// Carries the points; returns the rows at the end, their coordinates `u`.
    Points carry(Points x, DormandPrince rule, int[] asked) {
        Points rows = Points.zeros(x.n(), d + estimates);
        double r = circle.radius(circle.from());
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < d; j++) {
                rows.data()[i * rows.d() + j] = x.get(i, j) / r;
            }
        }
        asked[0] = rule.integrate(this, circle.angle(circle.from()), circle.angle(circle.to()), rows);
        return rows;
    }

    @Override
    public void rate(double angle, Points rows, Points out) {
        double t = circle.time(angle);
        Points u = coordinates(rows);
        Points rate = Room.like(u);
        circle.rate(t, u, rate);
        for (int i = 0; i < u.n(); i++) {
            System.arraycopy(rate.data(), i * d, out.data(), i * out.d(), d);
        }
        RateJacobian jacobian = RateJacobian.of(circle, t);
        if (probes.isEmpty()) {
            put(jacobian.trace(u), 0, out);
        }
        for (int i = 0; i < probes.size(); i++) {
            jacobian.times(u, probes.get(i), rate);
            put(products(probes.get(i), rate), i, out);
        }
        Room.give(rate);
        Room.give(u);
    }

    private Points coordinates(Points rows) {
        Points u = Points.wrap(Scratch.takeExactly(rows.n() * d), rows.n(), d);
        for (int i = 0; i < u.n(); i++) {
            System.arraycopy(rows.data(), i * rows.d(), u.data(), i * d, d);
        }
        return u;
    }

    private void put(double[] values, int estimate, Points out) {
        for (int i = 0; i < values.length; i++) {
            out.data()[i * out.d() + d + estimate] = values[i];
        }
    }

    private double[] products(Points a, Points b) {
        double[] out = new double[a.n()];
        for (int i = 0; i < a.data().length; i++) {
            out[i / d] += a.data()[i] * b.data()[i];
        }
        return out;
    }
}
