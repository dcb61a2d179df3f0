package org.sandglass.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.schedule.Transition;

/// Restart: on the way down, when `low` is reached, `times` times back up to `high` by adding noise and down
/// again (Xu et al. 2023, algorithm 1).
///
/// Up by the exact transition `x ← a x + b z`, `a = α(high)/α(low)`, `b² = σ(high)² − a²σ(low)²`, so the
/// noise keeps the exact marginals under any schedule, where the paper has `α = 1`. Down by the inner rule
/// over `steps` steps, spaced as in the paper by `ν = σ/α` with `ρ = 7`. The grid step that passes `low` is
/// cut there. Each pass contracts the error that has gathered before, and adds that of its own way down.
///
/// It costs `times · steps` steps of the inner rule, and one more where `low` is not a time of the grid.
///
/// @param inner the rule on the grid and on the way down again; deterministic as a rule
/// @param low where the points are sent back, `≥ 0`
/// @param high the time to which they are sent, `> low`
/// @param times how often, `≥ 1`
/// @param steps how many steps lead down again, `≥ 1`
public record Restart(OneStep inner, double low, double high, int times, int steps) implements Step {
    private static final double RHO = 7;

    /// Checks the interval and the counts.
    public Restart {
        if (!(low >= 0 && high > low && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Restart needs 0 <= low < high, got low=" + low + ", high=" + high);
        }
        NoiseLevel.checkCount("times", times);
        NoiseLevel.checkCount("steps", steps);
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        requirePassed(grid);
        double t = grid.time(i);
        double s = grid.time(i + 1);
        if (!passes(t, s)) {
            return inner.between(denoiser, t, s);
        }
        List<Move> moves = new ArrayList<>();
        moves.add(inner.between(denoiser, t, low));
        List<Move> pass = pass(denoiser);
        for (int k = 0; k < times; k++) {
            moves.addAll(pass);
        }
        if (s < low) {
            moves.add(inner.between(denoiser, low, s));
        }
        return (x, memory, noise) -> moves.forEach(move -> move.apply(x, memory, noise));
    }

    /// Up and down once.
    private List<Move> pass(Denoiser denoiser) {
        NoiseSchedule schedule = denoiser.schedule();
        Transition up = schedule.transition(low, high);
        TimeGrid down = TimeGrid.karras(schedule, high, low, steps, RHO);
        List<Move> moves = new ArrayList<>();
        moves.add((x, _, noise) -> NoiseLevel.combine(up.scale(), x, up.std(), noise));
        for (int j = 0; j < steps; j++) {
            moves.add(inner.move(denoiser, down, j));
        }
        return moves;
    }

    private boolean passes(double t, double s) {
        return t > low && s <= low;
    }

    private void requirePassed(TimeGrid grid) {
        if (!passes(grid.from(), grid.to())) {
            throw new IllegalArgumentException("Restart needs a grid that passes low=" + low + ", got one from "
                    + grid.from() + " to " + grid.to());
        }
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        requirePassed(grid);
        int cut = 1;
        for (int i = 0; i <= grid.steps(); i++) {
            cut = grid.time(i) == low ? 0 : cut;
        }
        int taken = Math.addExact(grid.steps() + cut, Math.multiplyExact(times, steps));
        return OptionalInt.of(Math.multiplyExact(taken, inner.evaluations()));
    }

    @Override
    public boolean stochastic() {
        return true;
    }
}
