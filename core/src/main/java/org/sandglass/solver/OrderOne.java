package org.sandglass.solver;

import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.linalg.Points;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;

/// What rules of a higher order do where `λ` is infinite at an end of the step, at `σₛ = 0` or `αₜ = 0`:
/// they have no finite length `h` there, so they take as many steps of order 1 as they have evaluations,
/// equal in time.
final class OrderOne {
    private OrderOne() {}

    static Move inParts(int parts, Denoiser denoiser, double t, double s) {
        List<Move> moves = IntStream.range(0, parts)
                .mapToObj(i -> new ExponentialEuler().between(denoiser, time(t, s, i, parts), time(t, s, i + 1, parts)))
                .toList();
        return (x, memory, noise) -> all(moves, x, memory, noise);
    }

    /// `t + (i/n)(s − t)`, exact at both ends.
    private static double time(double t, double s, int i, int n) {
        return (n - i) / (double) n * t + i / (double) n * s;
    }

    private static void all(List<Move> moves, Points x, Memory memory, Noise noise) {
        for (Move move : moves) {
            move.apply(x, memory, noise);
        }
    }
}
