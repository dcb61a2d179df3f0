package org.sandglass.conformance;

import org.sandglass.denoiser.FunctionDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// A step with one evaluation: `x ← ofX · x + ofX0 · x̂₀`, and noise.
///
/// @param ofX the factor of the point
/// @param ofX0 the factor of the prediction of `x₀`
/// @param rest what these two leave over, relative: more than rounding if the step uses earlier predictions
record StepMap(double ofX, double ofX0, double rest) {
    private static final StepMap NONE = new StepMap(Double.NaN, Double.NaN, Double.NaN);

    /// What a sampler did in a step: only the prediction of this call knows of its impulse.
    static StepMap seen(Walked walked, int step) {
        int call = walked.first(step);
        double[] x = walked.before(step);
        double[] x0 = walked.trace().x0(call);
        double[] after = walked.after(step);
        double ofX0 = after[call + 1] / x0[call + 1];
        double product = 0;
        double square = 0;
        for (int r = 0; r < x.length; r++) {
            product += x[r] * (after[r] - ofX0 * x0[r]);
            square += x[r] * x[r];
        }
        double ofX = product / square;
        double rest = 0;
        double scale = 0;
        for (int r = 0; r < x.length; r++) {
            rest = Math.max(rest, Math.abs(after[r] - ofX * x[r] - ofX0 * x0[r]));
            scale = Math.max(scale, Math.max(Math.abs(x[r]), Math.abs(after[r])));
        }
        return new StepMap(ofX, ofX0, rest / scale);
    }

    /// What a rule of one evaluation does between two times; NaN where it is not finite.
    static StepMap of(OneStep rule, NoiseSchedule schedule, double t, double s) {
        Points x = Points.of(new double[] {1}, new double[] {0});
        Points x0 = Points.of(new double[] {0}, new double[] {1});
        try {
            rule.between(new FunctionDenoiser(1, schedule, Prediction.X0, (_, _) -> x0), t, s)
                    .apply(x, Memory.of(0), new Silence());
        } catch (NumericalException _) { // no step there
            return NONE;
        }
        return new StepMap(x.get(0, 0), x.get(1, 0), 0);
    }

    /// The same rule for a model whose noise prediction has the other sign: `x̂₀ → 2x/α − x̂₀`.
    StepMap withOppositeNoise(double alpha) {
        return new StepMap(ofX + 2 * ofX0 / alpha, -ofX0, rest);
    }

    /// Whether two maps are the same, for points and predictions as large as 1.
    boolean near(StepMap other, double tolerance) {
        double scale = Math.abs(ofX) + Math.abs(ofX0);
        return Math.abs(ofX - other.ofX) <= tolerance * scale && Math.abs(ofX0 - other.ofX0) <= tolerance * scale;
    }

    private static final class Silence implements Noise {
        @Override
        public void fillNormals(double[] out) {
            java.util.Arrays.fill(out, 0);
        }

        @Override
        public RandomStream stream() {
            throw new UnsupportedOperationException("a map has no random numbers");
        }
    }
}
