package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.TimeGrid;

/// What the rules of this package that look back share: predict once, remember, and combine with the
/// predictions that are there.
///
/// Where `λ` is infinite at an end of the step, it is DDIM.
///
/// @param form what is predicted
/// @param predictions how many the rule uses when it has its history
/// @param warmUp what it does before
/// @param lastSteps what it does at the end
/// @param rule the weights of the predictions
record LookBack(Form form, int predictions, WarmUp warmUp, LastSteps lastSteps, Rule rule) {
    private static final Ddim DDIM = new Ddim();

    /// A linear rule.
    interface Rule {
        /// The weights of the last `k` predictions, the newest first, for a step of finite length.
        double[] weights(Past past, int k);
    }

    /// What is done to points when the prediction at them is known, before it is remembered.
    interface Correction {
        Correction NONE = (_, _, _) -> {};

        void apply(Points x, Points prediction, Memory memory);
    }

    Move move(Denoiser denoiser, TimeGrid grid, int i) {
        return move(denoiser, grid, i, Correction.NONE);
    }

    Move move(Denoiser denoiser, TimeGrid grid, int i, Correction correction) {
        return warmUp instanceof WarmUp.With(OneStep starter) && i < starts(grid)
                ? started(starter, denoiser, grid, i)
                : linear(denoiser, Past.of(denoiser.schedule(), grid, i, predictions), grid.time(i), correction);
    }

    private Move started(OneStep starter, Denoiser denoiser, TimeGrid grid, int i) {
        DenoiserAt at = denoiser.at(grid.time(i));
        Move first = starter.between(denoiser, grid.time(i), grid.time(i + 1));
        return (x, memory, noise) -> {
            predict(at, x, memory, Correction.NONE);
            first.apply(x, memory, noise);
        };
    }

    private Move linear(Denoiser denoiser, Past past, double t, Correction correction) {
        if (form == Form.NOISE && past.leg().alphaT() == 0) {
            return DDIM.between(denoiser, t, past.end());
        }
        DenoiserAt at = denoiser.at(t);
        Combination combination = new Combination(form.keep(past.leg()), weights(past));
        return (x, memory, _) -> {
            predict(at, x, memory, correction);
            combination.apply(x, memory);
        };
    }

    /// Predicts at `x`, and remembers.
    void predict(DenoiserAt at, Points x, Memory memory, Correction correction) {
        Points prediction = Room.like(x);
        at.predict(form.prediction(), x, prediction);
        correction.apply(x, prediction, memory);
        memory.remember(prediction);
        Room.give(prediction);
    }

    /// The weights with which step `past` is taken.
    double[] weights(Past past) {
        int k = order(past);
        return k == 1 ? new double[] {form.whole(past.leg())} : rule.weights(past, k);
    }

    /// How many predictions that step uses.
    int order(Past past) {
        return past.leg().isFinite()
                ? Math.min(past.usable(), lastSteps.order(predictions, past.step(), past.steps()))
                : 1;
    }

    /// How many of the first steps are taken by a starter.
    int starts(TimeGrid grid) {
        return switch (warmUp) {
            case WarmUp.LowerOrder() -> 0;
            case WarmUp.With _ -> Math.min(predictions - 1, grid.steps());
        };
    }

    OptionalInt evaluations(TimeGrid grid) {
        return switch (warmUp) {
            case WarmUp.LowerOrder() -> OptionalInt.of(grid.steps());
            case WarmUp.With(OneStep starter) ->
                OptionalInt.of(Math.addExact(grid.steps(), Math.multiplyExact(starts(grid), starter.evaluations())));
        };
    }

    boolean stochastic() {
        return warmUp instanceof WarmUp.With(OneStep starter) && starter.stochastic();
    }
}
