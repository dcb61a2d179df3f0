package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.linalg.Points;
import org.sandglass.schedule.NoiseSchedule;

/// A denoiser that remembers when it was asked, about how many points, and where the first of them were.
///
/// Threads may share it; the order is that in which they came.
final class Recorder implements Denoiser {
    private final Denoiser inner;
    private final List<Double> times = new ArrayList<>();
    private Optional<Points> first = Optional.empty();
    private long points;

    Recorder(Denoiser inner) {
        this.inner = inner;
    }

    @Override
    public int d() {
        return inner.d();
    }

    @Override
    public NoiseSchedule schedule() {
        return inner.schedule();
    }

    @Override
    public DenoiserAt at(double t) {
        DenoiserAt at = inner.at(t);
        return (what, xt, out) -> {
            note(t, xt);
            at.predict(what, xt, out);
        };
    }

    private synchronized void note(double t, Points xt) {
        if (first.isEmpty()) {
            first = Optional.of(xt.copy());
        }
        times.add(t);
        points += xt.n();
    }

    /// The time of every call, in order.
    synchronized List<Double> times() {
        return List.copyOf(times);
    }

    /// The points of the first call.
    synchronized Optional<Points> first() {
        return first;
    }

    /// Evaluations per point, where there were n of them.
    synchronized double evaluations(int n) {
        return (double) points / n;
    }
}
