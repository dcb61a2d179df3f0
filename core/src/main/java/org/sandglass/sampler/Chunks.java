package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;

/// Points cut into fixed chunks, each of which one thread moves at a time, with a memory of its own.
record Chunks(List<Points> parts, List<Memory> memories, int n, int d) {
    static Chunks of(Points x, int memory) {
        List<Points> parts = new ArrayList<>();
        List<Memory> memories = new ArrayList<>();
        for (int from = 0; from < x.n(); from += Workers.CHUNK) {
            parts.add(x.slice(from, Math.min(x.n(), from + Workers.CHUNK)));
            memories.add(Memory.of(memory));
        }
        return new Chunks(parts, memories, x.n(), x.d());
    }

    /// A copy of the chunks as they stand, put together.
    Points joined() {
        Points out = Points.zeros(n, d);
        int at = 0;
        for (Points part : parts) {
            System.arraycopy(part.data(), 0, out.data(), at, part.data().length);
            at += part.data().length;
        }
        return out;
    }
}
