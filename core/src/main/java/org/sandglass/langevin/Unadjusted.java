package org.sandglass.langevin;

import org.sandglass.linalg.Points;

/// `x ← x + h s(x) + √(2hτ) z`.
final class Unadjusted implements Rule {
    private final Langevin how;
    private final Noise noise;
    private final Place place;
    private final Drift drift;
    private final double[] z;

    Unadjusted(Langevin how, Noise noise, Place place, Points like) {
        this.how = how;
        this.noise = noise;
        this.place = place;
        this.drift = new Drift(how.law(), like);
        this.z = new double[like.data().length];
    }

    @Override
    public void move(Points x, long step) {
        noise.normals(step, z);
        drift.along(x, how.stepSize(), how.spread(), z);
        place.requireFinite(x, step);
    }
}
