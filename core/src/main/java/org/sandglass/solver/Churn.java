package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.schedule.Transition;

/// Churn: before each step noise is added, from `t` to a later `t̂`, and the step is taken from there
/// (Karras et al. 2022, algorithm 2).
///
/// `x̂ = (α̂/αₜ) x + S √(σ̂² − (α̂σₜ/αₜ)²) z`, the exact forward transition, so with inflation `S = 1` the
/// law of `x̂` is exactly that of the process at `t̂`, for any `α` and `σ`. With `n` steps and
/// `γ = min(rate/n, √2 − 1)`:
///
/// | clock | `t̂` | where |
/// |---|---|---|
/// | [Clock#TIME] | `min(t (1 + γ), end)`, as the library diffuse has it | `from < t < to` |
/// | [Clock#SIGMA] | `ν̂ = ν (1 + γ)` for `ν = σ/α`, at most that of the end, as in the paper | `from ≤ ν ≤ to` |
///
/// For EDM the clocks agree, but for the window. A step outside the window, or at the end already, adds no
/// noise and draws none. The paper's sampler is
/// `new Churn(new Heun(Clock.SIGMA, Heun.Last.EULER), …, Clock.SIGMA)` on a Karras grid followed by 0.
///
/// @param inner the rule from `t̂` to `s`
/// @param rate `S_churn ≥ 0`, over all steps together
/// @param from where the window begins, `≥ 0`, in time or in `ν`
/// @param to where the window ends, `≥ from`; it may be infinite
/// @param inflation `S_noise ≥ 0`, the factor on the noise
/// @param clock what is multiplied by `1 + γ`
public record Churn(OneStep inner, double rate, double from, double to, double inflation, Clock clock) implements Step {
    private static final double MOST = Math.sqrt(2) - 1;

    /// Checks the numbers.
    public Churn {
        check(rate >= 0 && rate < Double.POSITIVE_INFINITY, "a finite rate >= 0", "rate=" + rate);
        check(from >= 0 && to >= from, "0 <= from <= to", "from=" + from + ", to=" + to);
        check(
                inflation >= 0 && inflation < Double.POSITIVE_INFINITY,
                "a finite inflation >= 0",
                "inflation=" + inflation);
    }

    private static void check(boolean good, String needed, String got) {
        if (!good) {
            throw new IllegalArgumentException("Churn needs " + needed + ", got " + got);
        }
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        double t = grid.time(i);
        double back = back(denoiser.schedule(), t, Math.min(rate / grid.steps(), MOST));
        Move move = inner.between(denoiser, back, grid.time(i + 1));
        return back > t ? after(denoiser.schedule().transition(t, back), move) : move;
    }

    private Move after(Transition noising, Move move) {
        return (x, memory, noise) -> {
            addNoise(noising, x, noise);
            move.apply(x, memory, noise);
        };
    }

    private void addNoise(Transition noising, Points x, Noise noise) {
        Points z = noise.normals(x);
        Room.combine(noising.scale(), x, inflation * noising.std(), z);
        Room.give(z);
    }

    /// The time `t̂`.
    private double back(NoiseSchedule schedule, double t, double gamma) {
        return switch (clock) {
            case TIME -> t > from && t < to ? Math.min(t * (1 + gamma), schedule.end()) : t;
            case SIGMA -> {
                double lambda = schedule.logSnr(t);
                double level = Math.exp(-lambda);
                yield gamma > 0 && level >= from && level <= to ? bySigma(schedule, t, lambda - Math.log1p(gamma)) : t;
            }
        };
    }

    /// The time of a lower `λ`, not before `t` by a rounding.
    private static double bySigma(NoiseSchedule schedule, double t, double lambda) {
        double least = schedule.logSnr(schedule.end());
        return lambda > least ? Math.max(t, schedule.timeOfLogSnr(lambda)) : schedule.end();
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return inner.evaluations(grid);
    }

    @Override
    public boolean stochastic() {
        return rate > 0 || inner.stochastic();
    }

    @Override
    public int memory() {
        return inner.memory();
    }
}
