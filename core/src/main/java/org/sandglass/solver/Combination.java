package org.sandglass.solver;

import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Memory;

/// What a linear rule with memory does: `x ← keep·x + Σⱼ wⱼ pⱼ`, with `p₀` the prediction that was
/// remembered last.
final class Combination {
    private final double keep;
    private final double[] weights;

    /// Takes over the weights.
    Combination(double keep, double[] weights) {
        this.keep = keep;
        this.weights = weights;
    }

    /// Moves the points.
    void apply(Points x, Memory memory) {
        Room.combine(keep, x, weights[0], memory.recall(0));
        addFrom(1, x, memory, 0);
    }

    /// As the other, with a `p₀` that is not in the memory yet.
    void apply(Points x, Points newest, Memory memory) {
        Room.combine(keep, x, weights[0], newest);
        addFrom(1, x, memory, 1);
    }

    private void addFrom(int first, Points x, Memory memory, int shift) {
        for (int j = first; j < weights.length; j++) {
            Room.combine(1, x, weights[j], memory.recall(j - shift));
        }
    }
}
