package org.sandglass.schedule;

/// A schedule that adds noise and keeps the signal: `α = 1`, `f = 0`, `g² = d(σ²)/dt`.
interface UnitSignal extends NoiseSchedule {
    @Override
    default double alpha(double t) {
        checkTime(t);
        return 1;
    }

    @Override
    default double alphaRate(double t) {
        checkTime(t);
        return 0;
    }

    @Override
    default double drift(double t) {
        checkTime(t);
        return 0;
    }

    @Override
    default double diffusionSquared(double t) {
        return varianceRate(t);
    }
}
