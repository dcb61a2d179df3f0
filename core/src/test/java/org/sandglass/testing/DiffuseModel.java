package org.sandglass.testing;

import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.CustomSchedule;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;

/// A noise model of diffuse: our schedule, and the clips that diffuse puts on it.
///
/// @param schedule the schedule without clips
/// @param most the greatest `α` and `σ` that diffuse allows; the least is 0.001
/// @param alphaFactor diffuse's `α` is ours times this: its cosine schedule divides `ᾱ(t)` by a clipped
///     `ᾱ(0) = 0.9999`
public record DiffuseModel(NoiseSchedule schedule, double most, double alphaFactor) {
    private static final double LEAST = 0.001;

    /// A model of `diffuse_cases.json`.
    ///
    /// @param id its name there
    /// @return the model
    public static DiffuseModel named(String id) {
        return switch (id) {
            case "sde_linear_0.02_7" -> new DiffuseModel(new LinearVp(0.02, 7, 1), 0.9999, 1);
            case "sde_linear_0.1_20" -> new DiffuseModel(new LinearVp(0.1, 20, 1), 0.9999, 1);
            case "sde_linear_0.02_5_T2" -> new DiffuseModel(new LinearVp(0.02, 5, 2), 0.9999, 1);
            case "sde_cosine_0.1_14" -> new DiffuseModel(CosineVp.standard(), 0.9999, 1 / Math.sqrt(0.9999));
            case "flow_1" -> new DiffuseModel(Flow.standard(), 0.999, 1);
            case "flow_2" -> new DiffuseModel(new Flow(2), 0.999, 1);
            case "edm_1" -> new DiffuseModel(new Edm(1), 0.999, 1);
            default -> throw new IllegalArgumentException("no model " + id);
        };
    }

    /// diffuse's `α(t)`.
    ///
    /// @param t a time
    /// @return its clipped signal level
    public double alpha(double t) {
        if (schedule instanceof Edm) {
            return 1;
        }
        // ᾱ itself is clipped to [0.001, 0.9999] in the cosine schedule, so α² lies in [0.001/0.9999, 1]
        double alpha = schedule.alpha(t) * alphaFactor;
        double floor = schedule instanceof CosineVp ? Math.sqrt(0.001) * alphaFactor : LEAST;
        return Math.clamp(alpha, floor, most);
    }

    /// diffuse's `σ(t)`.
    ///
    /// @param t a time
    /// @return its clipped noise level
    public double sigma(double t) {
        double free = schedule instanceof CosineVp
                ? Math.sqrt(Math.max(0, 1 - alphaUnclipped(t) * alphaUnclipped(t)))
                : schedule.sigma(t);
        return Math.clamp(free, LEAST, most);
    }

    /// diffuse's `f(t)` and `g²(t)`.
    ///
    /// @param t a time
    /// @return its coefficients as coded: `g = 1` in its EDM, no `1/tf` in its Flow
    public double[] driftAndDiffusion(double t) {
        return switch (schedule) {
            case LinearVp vp -> new double[] {-vp.beta(t) / 2, vp.beta(t)};
            case CosineVp vp -> {
                double beta = t == vp.end() ? 14 : Math.clamp(-2 * vp.drift(t), 0.1, 14);
                yield new double[] {-beta / 2, beta};
            }
            case Edm _ -> new double[] {0, 1};
            default -> {
                double q = Math.clamp(t / schedule.end(), LEAST, most);
                yield new double[] {-1 / (1 - q), 2 * q / (1 - q)};
            }
        };
    }

    /// A mixture under diffuse's `α` and `σ`.
    ///
    /// @param mixture the law of the data
    /// @param t a time
    /// @return the law at that time
    public NoisyMixture underItsClips(GaussianMixture mixture, double t) {
        return mixture.underNoise(alpha(t), sigma(t));
    }

    /// A schedule that has diffuse's four numbers of one time at every time.
    ///
    /// @param t a time
    /// @return `α`, `σ`, `α̇ = fα`, `d(σ²)/dt = g² + 2fσ²`
    public NoiseSchedule frozen(double t) {
        double[] rates = driftAndDiffusion(t);
        double alpha = alpha(t);
        double sigma = sigma(t);
        return CustomSchedule.ofRates(
                "diffuse at t=" + t,
                schedule.end(),
                _ -> alpha,
                _ -> sigma,
                _ -> rates[0] * alpha,
                _ -> rates[1] + 2 * rates[0] * sigma * sigma);
    }

    /// A schedule that has diffuse's four numbers at every time, clips and all.
    ///
    /// @return `α`, `σ`, `α̇ = fα`, `d(σ²)/dt = g² + 2fσ²`, as coded there
    public NoiseSchedule asCoded() {
        return CustomSchedule.ofRates(
                "diffuse's " + schedule,
                schedule.end(),
                this::alpha,
                this::sigma,
                t -> driftAndDiffusion(t)[0] * alpha(t),
                t -> driftAndDiffusion(t)[1] + 2 * driftAndDiffusion(t)[0] * sigma(t) * sigma(t));
    }

    private double alphaUnclipped(double t) {
        return Math.max(schedule.alpha(t), Math.sqrt(0.001)) * alphaFactor;
    }
}
