package org.sandglass.solver;

import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Memory;

/// A sum of multiples of what is remembered, `Σⱼ wⱼ mⱼ` with `m₀` the last.
final class MemoryBlend {
    private final double[] factors;

    /// Takes over the factors.
    MemoryBlend(double... factors) {
        this.factors = factors;
    }

    /// `x ← x + Σⱼ wⱼ mⱼ`.
    void addTo(Points x, Memory memory) {
        for (int j = 0; j < factors.length; j++) {
            Room.combine(1, x, factors[j], memory.recall(j));
        }
    }
}
