package org.sandglass.solver;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// SA-Solver, a stochastic Adams method: a predictor and a corrector for the reverse family at noise scale
/// `τ` (Xue et al. 2023, eq. 14 to 17).
///
/// `xₛ = (σₛ/σₜ) e^(−τ²h) xₜ + αₛ(1 + τ²) ∫ e^(−(1+τ²)(λₛ−λ)) P(λ) dλ + σₛ √(1 − e^(−2τ²h)) z`, where the
/// predictor's polynomial `P` passes through the last `predictorOrder` predictions of `x₀`, and the
/// corrector's through `correctorOrder`, the first of them at the predicted point; both use the same `z`. The
/// next step keeps that prediction, so each step costs one evaluation. As in the authors' program the last
/// point is not corrected.
///
/// For `τ = 0` it solves the probability flow, with order `predictorOrder` or, if that is higher, the lesser
/// of `correctorOrder` and `predictorOrder + 1`: order 1 is [Ddim]. For `τ > 0` the error of a path is `O(τ h
/// + hᵖ)`: strong order 1, as no polynomial follows a path that is not smooth. The weak order is 1 for order
/// 1 and 2 above. `τ = 1`, order 1 is [SdeDpmSolverPlusPlus1].
///
/// Steps from or to an infinite `λ` are of order 1 and not corrected, and predictions at an infinite `λ` are
/// not looked back at. Derivation: `docs/math/stochastic-rules.md`, 4.
///
/// @param predictorOrder from 1 to 3
/// @param correctorOrder from 0 (none) to 4; the paper recommends orders 3 and 4, or 2 and 2 under guidance
/// @param tau `τ ≥ 0`; 1 is the reverse SDE, 0 the probability flow
/// @param warmUp the first `predictorOrder − 1` steps
public record SaSolver(int predictorOrder, int correctorOrder, double tau, WarmUp warmUp) implements Step {
    /// Checks orders and noise scale.
    public SaSolver {
        if (!(predictorOrder >= 1 && predictorOrder <= 3 && correctorOrder >= 0 && correctorOrder <= 4)) {
            throw new IllegalArgumentException("SaSolver needs a predictor order from 1 to 3 and a corrector order"
                    + " from 0 to 4, got " + predictorOrder + " and " + correctorOrder);
        }
        NoiseLevel.check("tau", tau);
    }

    /// With a warm-up of lower order, as published.
    ///
    /// @param predictorOrder from 1 to 3
    /// @param correctorOrder from 0 (none) to 4
    /// @param tau `τ ≥ 0`
    public SaSolver(int predictorOrder, int correctorOrder, double tau) {
        this(predictorOrder, correctorOrder, tau, new WarmUp.LowerOrder());
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        NoiseSchedule schedule = denoiser.schedule();
        SaMove.Now now = new SaMove.Now(denoiser.at(grid.time(i)), i > 0 && corrects(schedule, grid, i - 1));
        if (isWarmUp(i) && warmUp instanceof WarmUp.With(var starter)) {
            return now.before(starter.move(denoiser, grid, i));
        }
        NoisyLeg leg = NoisyLeg.of(schedule, tau, grid.time(i), grid.time(i + 1));
        double[] past = past(schedule, grid, i, leg.leg());
        if (!corrects(schedule, grid, i)) {
            return new SaMove(now, leg, predictor(leg, past), Optional.empty());
        }
        MemoryBlend blend = new MemoryBlend(leg.ofX0(nodes(past, correctorOrder, 1)));
        SaMove.Corrector corrector = new SaMove.Corrector(denoiser.at(grid.time(i + 1)), blend);
        return new SaMove(now, leg, predictor(leg, past), Optional.of(corrector));
    }

    /// Whether the point at which step `i` ends is corrected, and its prediction so known to the next step.
    private boolean corrects(NoiseSchedule schedule, TimeGrid grid, int i) {
        boolean isOwn = !(isWarmUp(i) && warmUp instanceof WarmUp.With);
        return correctorOrder > 0
                && isOwn
                && i + 1 < grid.steps()
                && Leg.of(schedule, grid.time(i), grid.time(i + 1)).isFinite();
    }

    private boolean isWarmUp(int i) {
        return i + 1 < predictorOrder;
    }

    private MemoryBlend predictor(NoisyLeg leg, double[] past) {
        return leg.leg().isFinite()
                ? new MemoryBlend(leg.ofX0(nodes(past, predictorOrder, 0)))
                : new MemoryBlend(leg.ofX0());
    }

    /// The last places of predictions, in units of this step from its start: 0 and then below, as far back as
    /// `λ` is finite and an order asks.
    private double[] past(NoiseSchedule schedule, TimeGrid grid, int i, Leg leg) {
        double[] places = new double[Math.min(memory(), i + 1)];
        for (int j = 1; j < places.length; j++) {
            Leg before = Leg.of(schedule, grid.time(i - j), grid.time(i - j + 1));
            if (!before.isFinite()) {
                return Arrays.copyOf(places, j);
            }
            places[j] = places[j - 1] - before.h() / leg.h();
        }
        return places;
    }

    /// Up to `order` places: first those ahead, then the past ones.
    private static double[] nodes(double[] past, int order, int ahead) {
        double[] nodes = new double[Math.min(order, ahead + past.length)];
        for (int j = 0; j < nodes.length; j++) {
            nodes[j] = j < ahead ? 1 : past[j - ahead];
        }
        return nodes;
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return switch (warmUp) {
            case WarmUp.LowerOrder() -> OptionalInt.of(grid.steps());
            case WarmUp.With(var starter) ->
                OptionalInt.of(grid.steps() + Math.min(grid.steps(), predictorOrder - 1) * starter.evaluations());
        };
    }

    @Override
    public boolean stochastic() {
        boolean starts = warmUp instanceof WarmUp.With(var starter) && predictorOrder > 1 && starter.stochastic();
        return tau > 0 || starts;
    }

    @Override
    public int memory() {
        return Math.max(predictorOrder, correctorOrder);
    }
}
