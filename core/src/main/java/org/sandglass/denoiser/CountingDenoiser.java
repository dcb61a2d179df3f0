package org.sandglass.denoiser;

import java.util.concurrent.atomic.LongAdder;
import org.sandglass.schedule.NoiseSchedule;

/// A denoiser that counts how many points it is asked about.
///
/// Threads may share it. Whoever asks for two predictions at one point asks twice, and a covariance counts as
/// one.
public final class CountingDenoiser implements Denoiser {
    private final Denoiser inner;
    private final LongAdder points = new LongAdder();

    /// A count that starts at 0.
    ///
    /// @param inner the denoiser that answers
    public CountingDenoiser(Denoiser inner) {
        this.inner = inner;
    }

    /// How many points there have been.
    ///
    /// @return points over all predictions
    public long points() {
        return points.sum();
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
            points.add(xt.n());
            at.predict(what, xt, out);
        };
    }

    @Override
    public CovarianceAt covarianceAt(double t) {
        CovarianceAt at = inner.covarianceAt(t);
        return (xt, i) -> {
            points.increment();
            return at.covariance(xt, i);
        };
    }
}
