package org.sandglass.solver;

import java.util.Optional;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;

/// One step of [SaSolver], its factors computed.
///
/// @param now the prediction at the start of the step
/// @param leg the linear part and the noise
/// @param predictor of the predictions, from the last one back
/// @param corrector what happens at the predicted point
record SaMove(Now now, NoisyLeg leg, MemoryBlend predictor, Optional<Corrector> corrector) implements Move {
    /// The prediction at the start of a step.
    ///
    /// @param at the denoiser there
    /// @param known whether the last step has remembered it
    record Now(DenoiserAt at, boolean known) {
        void remember(Points x, Memory memory) {
            if (!known) {
                SaMove.remember(at, x, memory);
            }
        }

        /// A step of another rule that leaves its prediction behind.
        Move before(Move starter) {
            return (x, memory, noise) -> {
                remember(x, memory);
                starter.apply(x, Memory.of(0), noise);
            };
        }
    }

    /// The end of a step that is corrected.
    ///
    /// @param at the denoiser there
    /// @param blend of the predictions, the new one first
    record Corrector(DenoiserAt at, MemoryBlend blend) {}

    @Override
    public void apply(Points x, Memory memory, Noise noise) {
        now.remember(x, memory);
        Room.combine(leg.keep(), x, 0, x);
        if (leg.tau() > 0) {
            NoiseLevel.combine(1, x, leg.spread(), noise);
        }
        corrector.ifPresentOrElse(c -> correct(c, x, memory), () -> predictor.addTo(x, memory));
    }

    /// Predicts, remembers what the denoiser says there, and goes from the start again.
    private void correct(Corrector end, Points x, Memory memory) {
        Points ahead = Room.copy(x);
        predictor.addTo(ahead, memory);
        remember(end.at, ahead, memory);
        end.blend.addTo(x, memory);
        Room.give(ahead);
    }

    private static void remember(DenoiserAt at, Points x, Memory memory) {
        Points x0 = Room.like(x);
        at.predict(Prediction.X0, x, x0);
        memory.remember(x0);
        Room.give(x0);
    }
}
