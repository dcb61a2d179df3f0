package org.sandglass.langevin;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;

/// The score of a chunk of points, and moves along it.
final class Drift {
    private static final double[] NONE = {};

    private final NoisyMixture law;
    private final double[] score;
    private final Outputs out;

    Drift(NoisyMixture law, Points like) {
        this.law = law;
        this.score = new double[like.data().length];
        this.out = new Outputs(NONE, score, NONE);
    }

    /// `x ← x + h s(x)`.
    void along(Points x, double h) {
        law.evaluate(x, 0, x.n(), out);
        double[] at = x.data();
        for (int i = 0; i < at.length; i++) {
            at[i] += h * score[i];
        }
    }

    /// `x ← x + h s(x) + spread z`.
    void along(Points x, double h, double spread, double[] z) {
        law.evaluate(x, 0, x.n(), out);
        double[] at = x.data();
        for (int i = 0; i < at.length; i++) {
            at[i] += h * score[i] + spread * z[i];
        }
    }
}
