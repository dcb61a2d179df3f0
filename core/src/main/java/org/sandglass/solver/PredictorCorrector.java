package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// Predictor and corrector: a step of any rule, then `corrections` steps of Langevin's dynamics at the new
/// time, `x ← x + ε ∇ln pₛ(x) + √(2ε) z` with `ε = 2 r² σₛ²` (Song et al. 2021, algorithms 2 to 5).
///
/// The paper's correctors choose `ε = 2 (r ‖z‖/‖∇ln pₛ‖)²` with norms averaged over the batch, so that a
/// point moves differently in other company. Here `ε` is given by the time alone, as in annealed Langevin
/// dynamics (Song and Ermon 2019; "ald" in the authors' program): what the rule of the paper becomes where
/// the score is that of pure noise, `−z/σ`. Norms of each point by itself would make the step length depend
/// on the point, which biases the chain, and near a mode in few dimensions, where the score vanishes, without
/// bound.
///
/// The corrections have the law of their time as their limit up to `O(ε)`; where `σₛ = 0` they do nothing,
/// but ask.
///
/// @param predictor the rule that steps
/// @param corrections how many follow each step, `≥ 0`
/// @param snr the signal-to-noise ratio `r ≥ 0`, 0.16 in the paper
public record PredictorCorrector(OneStep predictor, int corrections, double snr) implements OneStep {
    /// Checks the corrections.
    public PredictorCorrector {
        if (corrections < 0) {
            throw new IllegalArgumentException("corrections must be >= 0, got " + corrections);
        }
        NoiseLevel.check("snr", snr);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        Move predict = predictor.between(denoiser, t, s);
        double sigma = snr * denoiser.schedule().sigma(s);
        double epsilon = 2 * sigma * sigma;
        DenoiserAt at = denoiser.at(s);
        return (x, memory, noise) -> {
            predict.apply(x, memory, noise);
            Points score = Room.like(x);
            for (int j = 0; j < corrections; j++) {
                at.predict(Prediction.SCORE, x, score);
                NoiseLevel.combine(1, x, epsilon, score, Math.sqrt(2 * epsilon), noise);
            }
            Room.give(score);
        };
    }

    @Override
    public int evaluations() {
        return predictor.evaluations() + corrections;
    }

    @Override
    public boolean stochastic() {
        return predictor.stochastic() || corrections > 0;
    }
}
