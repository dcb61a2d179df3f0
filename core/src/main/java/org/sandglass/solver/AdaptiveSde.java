package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// The reverse SDE with a step length that each point chooses for itself (Jolicoeur-Martineau et al. 2021,
/// algorithm 1).
///
/// `x′` is the step of [EulerMaruyama] of length `h`, `x″ = ½(x′ + x̃)` with `x̃` the same step from `x`
/// whose drift and diffusion are taken at `(x′, t − h)` and whose normal numbers `z` are the same. With
/// `δ = max(ε_abs, ε_rel max(|x′|, |x′_prev|))` for each coordinate and `E = ‖(x′ − x″)/δ‖ / √d` the step is
/// taken if `E ≤ 1`, to `x″`; then `h ← min(remaining, 0.9 h E^(−0.9))`.
///
/// A relative tolerance is generous where `σ` is large, as under `edm`: 5 % of 50. Give a smaller one there.
///
/// After a refusal the paper uses `z` again for the shorter step. That is not a path of the reverse SDE:
/// whether a step is long depends on its own `z`, and as a third of the tries is refused at any tolerance,
/// the law at the end stays wrong however small the tolerance (measured in `docs/math/stochastic-rules.md`,
/// 7). [Refused#SAME_PATH] keeps to one Brownian path, and converges.
///
/// Between two times of a grid it takes as many steps as it needs, the first of length `first · (from − to)`
/// of the whole grid, and stops at each. Evaluations are counted. Points are asked about one by one, each at
/// its own time, so a denoiser whose parameters of a time are costly is slow here.
///
/// @param absolute `ε_abs ≥ 0`; half a grey level in the paper, 0.0039 for data in `[−1, 1]`
/// @param relative `ε_rel ≥ 0`, 0.01 to 0.5 in the paper; one of the two must be positive
/// @param first the first step as a part of the grid, in `(0, 1]`, 0.01 in the paper
/// @param refused what becomes of the noise of a step that is refused
public record AdaptiveSde(double absolute, double relative, double first, Refused refused) implements Step {
    /// What becomes of the noise of a step that is refused.
    public enum Refused {
        /// Its normal numbers are those of the shorter step too: as published.
        SAME_NUMBERS,
        /// The shorter step is taken along the same Brownian path, cut by a bridge.
        SAME_PATH;

        BrownianAhead ahead(Noise noise, int d) {
            return switch (this) {
                case SAME_NUMBERS -> new BrownianAhead.SameNumbers(noise, d);
                case SAME_PATH -> new BrownianAhead.SamePath(noise, d);
            };
        }
    }

    /// Checks tolerances and first step.
    public AdaptiveSde {
        NoiseLevel.check("absolute", absolute);
        NoiseLevel.check("relative", relative);
        NoiseLevel.checkPositive("absolute + relative", absolute + relative);
        if (!(first > 0 && first <= 1)) {
            throw new IllegalArgumentException("first must be within (0, 1], got " + first);
        }
    }

    /// With the first step and the noise of the paper.
    ///
    /// @param absolute `ε_abs ≥ 0`
    /// @param relative `ε_rel ≥ 0`
    public AdaptiveSde(double absolute, double relative) {
        this(absolute, relative, 0.01, Refused.SAME_NUMBERS);
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        double h = first * (grid.from() - grid.to());
        double t = grid.time(i);
        double s = grid.time(i + 1);
        Rates.drift(denoiser.schedule(), t);
        Rates.diffusionSquared(denoiser.schedule(), t);
        return (x, _, noise) -> {
            for (int row = 0; row < x.n(); row++) {
                new AdaptivePath(this, denoiser, x.slice(row, row + 1), noise)
                        .carry(t, s, h)
                        .writeTo(x, row);
            }
        };
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return OptionalInt.empty();
    }

    @Override
    public boolean stochastic() {
        return true;
    }
}
