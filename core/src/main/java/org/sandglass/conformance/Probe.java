package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.linalg.Points;
import org.sandglass.schedule.NoiseSchedule;

/// A denoiser that answers as a Gaussian whose mean moves from call to call, and keeps all it was asked.
///
/// With impulses, the mean is 0 but in row `k + 1` of call `k`, and in row `0` never; the last of these
/// rows has all impulses together, to see whether answers add up. Without, the mean is 0 always.
final class Probe implements Denoiser {
    private final NoiseSchedule schedule;
    private final int d;
    private final int impulses;
    private final List<Double> times = new ArrayList<>();
    private final List<Points> asked = new ArrayList<>();

    /// @param impulses how many calls have one, 0 for none
    Probe(NoiseSchedule schedule, int d, int impulses) {
        this.schedule = schedule;
        this.d = d;
        this.impulses = impulses;
    }

    @Override
    public int d() {
        return d;
    }

    @Override
    public NoiseSchedule schedule() {
        return schedule;
    }

    @Override
    public DenoiserAt at(double t) {
        MovingGaussian gaussian = MovingGaussian.at(schedule, schedule.checkTime(t));
        return (what, xt, out) -> gaussian.predict(what, xt, means(t, xt, gaussian.impulse()), out);
    }

    private synchronized double[] means(double t, Points xt, double impulse) {
        int call = times.size();
        times.add(t);
        asked.add(xt.copy());
        double[] m = new double[xt.n()];
        if (call < impulses && impulses + 1 < xt.n()) {
            m[call + 1] = impulse;
            m[impulses + 1] = impulse;
        }
        return m;
    }

    synchronized List<Double> times() {
        return List.copyOf(times);
    }

    synchronized List<Points> asked() {
        return List.copyOf(asked);
    }
}
