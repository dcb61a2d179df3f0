package org.sandglass.flow;

import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.solver.QuarterCircle;

/// The Jacobian of the flow of a mixture: `J = −tan θ (I + r² ∇² ln pₜ(x))`, and 0 where `α = 0`.
///
/// Where `α` is small the bracket is `O(α²)` and carries a rounding error of some units, which `tan θ = σ/α`
/// makes larger: `10⁻¹⁴` in all for the usual schedules. Derivation: `docs/math/flow.md`.
record ExactJacobian(NoisyMixture law, double r, double tan) implements RateJacobian {
    static ExactJacobian of(DiffusedMixture process, QuarterCircle circle, double t) {
        NoisyMixture law = process.at(t);
        return new ExactJacobian(law, circle.radius(t), law.a() == 0 ? 0 : law.b() / law.a());
    }

    @Override
    public void times(Points u, Points e, Points out) {
        Points x = inUnitsOfX(u);
        for (int i = 0; i < u.n(); i++) {
            double[] vector = e.row(i);
            double[] bent = law.hessianTimes(x.row(i), vector);
            for (int j = 0; j < u.d(); j++) {
                out.data()[i * u.d() + j] = -tan * Math.fma(r * r, bent[j], vector[j]);
            }
        }
        Room.give(x);
    }

    @Override
    public double[] trace(Points u) {
        Points x = inUnitsOfX(u);
        double[] trace = law.divergence(x);
        for (int i = 0; i < trace.length; i++) {
            trace[i] = -tan * Math.fma(r * r, trace[i], u.d());
        }
        Room.give(x);
        return trace;
    }

    private Points inUnitsOfX(Points u) {
        Points x = Room.zeros(u);
        Room.combine(1, x, r, u);
        return x;
    }
}
