package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.sampler.Noise;

/// One point on its way under [AdaptiveSde].
final class AdaptivePath {
    private static final double SAFETY = 0.9;
    private static final double EXPONENT = 0.9;

    private final AdaptiveSde rule;
    private final Denoiser denoiser;
    private final BrownianAhead brownian;
    private final double[] w;
    private Points x;
    private Points euler;
    private Points ahead;
    private double[] before;

    AdaptivePath(AdaptiveSde rule, Denoiser denoiser, Points x, Noise noise) {
        this.rule = rule;
        this.denoiser = denoiser;
        this.brownian = rule.refused().ahead(noise, x.d());
        this.x = x;
        this.euler = x.copy();
        this.ahead = x.copy();
        this.before = x.data().clone();
        this.w = new double[x.d()];
    }

    /// From `t` to `s`, at first with steps of length `h`.
    AdaptivePath carry(double t, double s, double h) {
        double here = t;
        double length = Math.min(h, t - s);
        while (here > s) {
            double next = length >= here - s ? s : here - length;
            requireProgress(here, next);
            double error = attempt(here, next);
            if (error <= 1) {
                accept();
                here = next;
            }
            length = Math.min(here - s, SAFETY * length * Math.pow(error, -EXPONENT));
        }
        return this;
    }

    void writeTo(Points out, int row) {
        System.arraycopy(x.data(), 0, out.data(), row * x.d(), x.d());
    }

    /// Computes `x′` and `x″`, and how far they are apart.
    private double attempt(double t, double s) {
        brownian.over(t - s, w);
        step(x, t, t - s, euler);
        step(euler, s, t - s, ahead);
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            double plain = euler.data()[j];
            double better = 0.5 * (plain + ahead.data()[j]);
            double scale = Math.max(Math.abs(plain), Math.abs(before[j]));
            double apart = (plain - better) / Math.max(rule.absolute(), rule.relative() * scale);
            sum += apart * apart;
            ahead.data()[j] = better;
        }
        return Math.sqrt(sum / w.length);
    }

    /// `out ← x + (g² ∇ln p − f y) h + g W(h)` with the coefficients at `(y, u)`.
    private void step(Points y, double u, double h, Points out) {
        double f = Rates.drift(denoiser.schedule(), u);
        double g2 = Rates.diffusionSquared(denoiser.schedule(), u);
        double[] score = new double[w.length];
        denoiser.at(u).predict(Prediction.SCORE, y, Points.wrap(score, 1, score.length));
        double g = Math.sqrt(g2);
        for (int j = 0; j < w.length; j++) {
            out.data()[j] = x.data()[j] + (g2 * score[j] - f * y.data()[j]) * h + g * w[j];
        }
    }

    private void accept() {
        before = euler.data().clone();
        Points old = x;
        x = ahead;
        ahead = old;
        brownian.taken();
    }

    private static void requireProgress(double t, double s) {
        if (!(s < t)) {
            throw new NumericalException("the adaptive steps have become too short to be taken at t=" + t
                    + "; allow more error, or end the grid earlier");
        }
    }
}
