package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.schedule.NoiseSchedule;

/// The probability flow between two times in the variables in which it is the same for every schedule:
/// `u = x/r` with `r = √(α² + σ²)`, over the angle `θ = atan(σ/α)`, where `du/dθ = cos θ ε̂ − sin θ x̂₀`.
///
/// From `x = α x̂₀ + σ ε̂` and `dx/dt = α̇ x̂₀ + σ̇ ε̂`; no rate is left over, so corners of a schedule and
/// an infinite `σ̇` are gone, and with the exact denoiser all is smooth from data (`θ = 0`) to pure noise (`θ
/// = π/2`). One prediction serves: `du/dθ = (ε̂ − sin θ u)/cos θ` where `σ ≤ α`, else `(cos θ u − x̂₀)/sin
/// θ`; nothing is divided by what may vanish. Derivation: `docs/math/flow.md`.
///
/// @param denoiser the model
/// @param from a time in `[0, end]`
/// @param to another, earlier or later
public record QuarterCircle(Denoiser denoiser, double from, double to) {
    /// Checks the times.
    public QuarterCircle {
        denoiser.schedule().checkTime(from);
        denoiser.schedule().checkTime(to);
    }

    /// The angle of a time.
    ///
    /// @param t a time
    /// @return `θ = atan(σ/α)` in `[0, π/2]`
    public double angle(double t) {
        return Math.atan2(schedule().sigma(t), schedule().alpha(t));
    }

    /// The time of an angle, by the schedule's own inverse of `λ = −ln tan θ`; the two ends are themselves.
    ///
    /// @param angle between those of the two ends
    /// @return the time
    public double time(double angle) {
        if (angle == angle(to)) {
            return to;
        }
        double lambda = -Math.log(Math.tan(angle));
        double late = Math.max(from, to);
        double early = Math.min(from, to);
        // Rounding may carry λ past that of an end.
        if (!(lambda > schedule().logSnr(late))) {
            return late;
        }
        return lambda < schedule().logSnr(early) ? schedule().timeOfLogSnr(lambda) : early;
    }

    /// The length of the levels.
    ///
    /// @param t a time
    /// @return `r = √(α² + σ²) > 0`
    public double radius(double t) {
        return Math.hypot(schedule().alpha(t), schedule().sigma(t));
    }

    /// The rate of change with the angle.
    ///
    /// @param t the time of the angle
    /// @param u points `x/r`, n × d, read only
    /// @param out receives `du/dθ`
    /// @throws org.sandglass.linalg.NumericalException if the prediction does not exist at this time
    public void rate(double t, Points u, Points out) {
        double r = radius(t);
        double cos = schedule().alpha(t) / r;
        double sin = schedule().sigma(t) / r;
        Points x = Room.zeros(u);
        Room.combine(1, x, r, u);
        if (sin <= cos) {
            denoiser.at(t).predict(Prediction.NOISE, x, out);
            Room.combine(1 / cos, out, -sin / cos, u);
        } else {
            denoiser.at(t).predict(Prediction.X0, x, out);
            Room.combine(-1 / sin, out, cos / sin, u);
        }
        Room.give(x);
    }

    /// Carries points from one time to the other.
    ///
    /// @param x n × d points at time `from`; receives those at time `to`
    /// @param rule the integrator; its tolerances are those of `u`
    /// @return how many times the denoiser was asked about each point
    /// @throws org.sandglass.linalg.NumericalException if the flow is not finite there, or steps become too
    ///     short
    public int carry(Points x, DormandPrince rule) {
        Room.combine(1 / radius(from), x, 0, x);
        int asked = rule.integrate((angle, u, out) -> rate(time(angle), u, out), angle(from), angle(to), x);
        Room.combine(radius(to), x, 0, x);
        return asked;
    }

    private NoiseSchedule schedule() {
        return denoiser.schedule();
    }
}
