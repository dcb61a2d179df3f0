package org.sandglass.langevin;

import org.sandglass.linalg.Points;

/// `y = x + ½h s(x) + √(2hτ) z`, then `x ← y + ½h s(y)`.
final class Middle implements Rule {
    private final Langevin how;
    private final Noise noise;
    private final Place place;
    private final Drift drift;
    private final double[] z;

    Middle(Langevin how, Noise noise, Place place, Points like) {
        this.how = how;
        this.noise = noise;
        this.place = place;
        this.drift = new Drift(how.law(), like);
        this.z = new double[like.data().length];
    }

    @Override
    public void move(Points x, long step) {
        noise.normals(step, z);
        drift.along(x, 0.5 * how.stepSize(), how.spread(), z);
        place.requireFinite(x, step);
        drift.along(x, 0.5 * how.stepSize());
        place.requireFinite(x, step);
    }
}
