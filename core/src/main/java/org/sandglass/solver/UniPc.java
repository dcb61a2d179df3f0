package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// UniPC: the predictor UniP-p, an exponential Adams rule in `λ` on the last `p` predictions, and the
/// corrector UniC-p, the same on these and the next prediction, which the step after needs anyway (Zhao et
/// al. 2023, algorithms 5 to 8).
///
/// With places `θⱼ = (λᵢ₋ⱼ − λᵢ)/h` and `z = ∓h`: `xₛ = keep xₜ + unit Σⱼ bⱼ(z) pⱼ`, where the `bⱼ`
/// integrate the polynomial through the predictions exactly. That solves the paper's equations for its
/// coefficients, and `B(h)` cancels. It enters where the paper puts ½ for a coefficient, in UniP-2 and
/// UniC-1: there the weight of the other prediction is `B/(2hθ)`, with `B = h` (bh1) or `|e^z − 1|` (bh2).
/// So UniP-2 of bh2 on data is DPM-Solver++(2M), and the variants differ at order 3 in the warm-up alone.
///
/// Order `p` without the corrector, `p + 1` with it; the published warm-up, by lower orders, leaves 2 and 3
/// at most. One evaluation a step: the point is corrected when the prediction at it is known, which is used
/// on as it is. After the last step nothing is predicted, so its end is not corrected. The programs of the
/// authors predict data by default, with bh1; so does this, and diffusers predicts data with bh2.
///
/// A step to `σ = 0`, or from `α = 0`, where `h = ∞`, is DDIM and not corrected, and what was predicted at
/// `λ = −∞` is never interpolated.
///
/// @param order `p`, from 1 to 3
/// @param b the function `B(h)`
/// @param corrector whether there is one
/// @param form what is interpolated
/// @param warmUp the first `p − 1` steps
/// @param lastSteps the last `p − 1` steps; the programs lower the order
public record UniPc(int order, B b, Corrector corrector, Form form, WarmUp warmUp, LastSteps lastSteps)
        implements Step {
    private static final int GREATEST = 3;

    /// The function `B(h)`.
    public enum B {
        /// `B = h`.
        BH1,
        /// `B = e^h − 1`, with `h → −h` and the sign turned if data are predicted.
        BH2
    }

    /// Whether steps are corrected.
    public enum Corrector {
        /// UniP alone.
        NONE,
        /// UniC after each step but the last.
        UNI_C
    }

    /// Checks the order.
    public UniPc {
        if (order < 1 || order > GREATEST) {
            throw new IllegalArgumentException("the order of UniPC must be from 1 to 3, got " + order);
        }
    }

    /// On data, of full order to the end.
    ///
    /// @param order `p`, from 1 to 3
    /// @param b the function `B(h)`
    /// @param corrector whether there is one
    /// @param warmUp the first `p − 1` steps
    public UniPc(int order, B b, Corrector corrector, WarmUp warmUp) {
        this(order, b, corrector, Form.DATA, warmUp, LastSteps.FULL_ORDER);
    }

    /// With the corrector, on data, after lower orders, of full order to the end.
    ///
    /// @param order `p`, from 1 to 3
    /// @param b the function `B(h)`
    public UniPc(int order, B b) {
        this(order, b, Corrector.UNI_C, new WarmUp.LowerOrder());
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        return rule().move(denoiser, grid, i, correction(denoiser, grid, i));
    }

    /// Of the step before, whose end is the point that this one starts from: both end at `keep xₜ + …`, so
    /// the corrector adds the difference of their weights.
    private LookBack.Correction correction(Denoiser denoiser, TimeGrid grid, int i) {
        if (corrector == Corrector.NONE || i <= rule().starts(grid)) {
            return LookBack.Correction.NONE;
        }
        Past before = Past.of(denoiser.schedule(), grid, i - 1, order);
        if (!before.leg().isFinite()) {
            return LookBack.Correction.NONE;
        }
        double[] difference = corrected(before, rule().order(before));
        double[] predicted = rule().weights(before);
        for (int j = 0; j < predicted.length; j++) {
            difference[j + 1] -= predicted[j];
        }
        return new Combination(1, difference)::apply;
    }

    /// UniP.
    private double[] weights(Past past, int k) {
        double z = form.exponent(past.leg());
        double[] places = past.places(k);
        return times(form.unit(past.leg()), k == 2 ? halved(z, places[1]) : Adams.weights(z, places));
    }

    /// UniC: the weight of the new prediction, then those of the last `k`.
    private double[] corrected(Past past, int k) {
        double z = form.exponent(past.leg());
        double[] places = new double[k + 1];
        places[0] = 1;
        System.arraycopy(past.places(k), 0, places, 1, k);
        return times(form.unit(past.leg()), k == 1 ? newestFirst(halved(z, 1)) : Adams.weights(z, places));
    }

    /// `φ₁(z) p₀ + B/(2h) (p − p₀)/θ`: the weights of `p₀` and of `p`, which is at `θ`.
    private double[] halved(double z, double theta) {
        double phi = Phi.of(1, z);
        double slope = (b == B.BH1 ? 1 : phi) / 2 / theta;
        return new double[] {phi - slope, slope};
    }

    private static double[] newestFirst(double[] weights) {
        return new double[] {weights[1], weights[0]};
    }

    private static double[] times(double factor, double[] weights) {
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= factor;
        }
        return weights;
    }

    private LookBack rule() {
        return new LookBack(form, order, warmUp, lastSteps, this::weights);
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return rule().evaluations(grid);
    }

    @Override
    public boolean stochastic() {
        return rule().stochastic();
    }

    @Override
    public int memory() {
        return order;
    }
}
