package org.sandglass.sampler;

import org.sandglass.linalg.Points;

/// What a chunk of points carries from one step to the next, for rules that look back: the last few arrays that were
/// remembered, in the order in which they were.
///
/// For one thread at a time.
public final class Memory {
    private final Points[] kept;
    private int size;

    private Memory(int capacity) {
        this.kept = new Points[capacity];
    }

    /// An empty memory.
    ///
    /// @param capacity how many arrays it keeps, `≥ 0`
    /// @return nothing remembered
    public static Memory of(int capacity) {
        return new Memory(capacity);
    }

    /// How many arrays there are.
    ///
    /// @return from 0 to the capacity
    public int size() {
        return size;
    }

    /// One of them.
    ///
    /// @param ago how many have been remembered since, from 0 for the last one
    /// @return n × d numbers, the live array
    /// @throws IndexOutOfBoundsException if there are not as many
    public Points recall(int ago) {
        return kept[java.util.Objects.checkIndex(ago, size)];
    }

    /// Keeps a copy; the oldest array is forgotten if there is no room.
    ///
    /// @param x n × d numbers, of the shape of all others in this memory
    public void remember(Points x) {
        if (kept.length == 0) {
            throw new IllegalStateException("a memory of capacity 0 cannot keep anything");
        }
        Points slot = size < kept.length ? Points.zeros(x.n(), x.d()) : kept[kept.length - 1];
        System.arraycopy(kept, 0, kept, 1, Math.min(size, kept.length - 1));
        System.arraycopy(x.data(), 0, slot.data(), 0, x.data().length);
        kept[0] = slot;
        size = Math.min(size + 1, kept.length);
    }
}
