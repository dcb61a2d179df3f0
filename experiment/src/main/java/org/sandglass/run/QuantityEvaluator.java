package org.sandglass.run;

import java.util.List;
import java.util.Optional;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.diffusion.VelocityField;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.schedule.NoiseSchedule;

/// Chosen quantities of one mixture at one time. Immutable; threads may share it.
final class QuantityEvaluator {
    private static final double[] NONE = {};

    private final List<Quantity> quantities;
    private final NoisyMixture noisy;
    private final Evaluator evaluator;
    private final Optional<VelocityField> velocity;

    private QuantityEvaluator(
            List<Quantity> quantities, Precision precision, NoisyMixture noisy, Optional<VelocityField> velocity) {
        this.quantities = List.copyOf(quantities);
        this.noisy = noisy;
        this.evaluator = precision.evaluator(noisy);
        this.velocity = velocity;
    }

    /// Of the mixture itself.
    static QuantityEvaluator of(GaussianMixture mixture, List<Quantity> quantities, Precision precision) {
        NoisyMixture still = mixture.underNoise(1, 0);
        if (!still.hasDensity()) {
            throw new InputException(
                    "--mixture: holds exact points (std 0), which have no density or score",
                    "give --process and a --time with sigma(t) > 0");
        }
        return new QuantityEvaluator(quantities, precision, still, Optional.empty());
    }

    /// Under a process, at a time.
    static QuantityEvaluator of(
            GaussianMixture mixture, NoiseSchedule schedule, double t, List<Quantity> quantities, Precision precision) {
        DiffusedMixture law = new DiffusedMixture(mixture, schedule);
        NoisyMixture noisy = law.at(t);
        if (!noisy.hasDensity()) {
            throw new InputException("--time: the mixture holds exact points (std 0), whose density and score need"
                    + " sigma(t) > 0, got sigma(" + t + ") = " + schedule.sigma(t));
        }
        boolean moves = quantities.contains(Quantity.VELOCITY);
        return new QuantityEvaluator(
                quantities, precision, noisy, moves ? Optional.of(law.velocityAt(t)) : Optional.empty());
    }

    /// Each quantity of all points, row-major.
    double[][] evaluate(Points x) {
        boolean wantsDensity = wants(Quantity.LOG_DENSITY) || wants(Quantity.ENERGY);
        boolean wantsScore = wants(Quantity.SCORE) || wants(Quantity.FORCE) || wants(Quantity.NOISE);
        int size = x.n() * x.d();
        Outputs shared = new Outputs(
                wantsDensity ? new double[x.n()] : NONE,
                wantsScore ? new double[size] : NONE,
                wants(Quantity.DENOISED) ? new double[size] : NONE);
        if (wantsDensity || wantsScore || wants(Quantity.DENOISED)) {
            evaluator.evaluate(x, 0, x.n(), shared);
        }
        double[][] out = new double[quantities.size()][];
        for (int q = 0; q < out.length; q++) {
            out[q] = one(quantities.get(q), x, shared);
        }
        return out;
    }

    private boolean wants(Quantity quantity) {
        return quantities.contains(quantity);
    }

    private double[] one(Quantity quantity, Points x, Outputs shared) {
        return switch (quantity) {
            case LOG_DENSITY -> shared.logDensity();
            case ENERGY -> times(-1, shared.logDensity());
            case SCORE -> shared.score();
            case FORCE -> shared.score().clone();
            case NOISE -> times(-noisy.b(), shared.score());
            case DENOISED -> shared.posteriorMean();
            case RESPONSIBILITIES -> noisy.responsibilities(x);
            case DIVERGENCE -> noisy.divergence(x);
            case HESSIAN -> matrices(x, noisy::hessian);
            case DENOISED_COVARIANCE -> matrices(x, noisy::posteriorCovariance);
            case VELOCITY -> {
                double[] out = new double[x.n() * x.d()];
                velocity.orElseThrow().evaluate(x, Points.wrap(out, x.n(), x.d()));
                yield out;
            }
        };
    }

    private static double[] times(double factor, double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = factor * values[i];
        }
        return out;
    }

    private static double[] matrices(Points x, java.util.function.Function<double[], double[]> matrix) {
        int size = x.d() * x.d();
        double[] out = new double[x.n() * size];
        for (int i = 0; i < x.n(); i++) {
            System.arraycopy(matrix.apply(x.row(i)), 0, out, i * size, size);
        }
        return out;
    }
}
