package org.sandglass.fit;

import java.util.stream.IntStream;
import org.sandglass.random.RandomStream;

/// The numbers `0 … n−1` in random order, by Fisher and Yates.
final class Shuffle {
    private Shuffle() {}

    static int[] of(int n, RandomStream stream) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = 0; i < n - 1; i++) {
            int j = i + (int) (stream.nextDouble() * (n - i));
            int taken = order[j];
            order[j] = order[i];
            order[i] = taken;
        }
        return order;
    }
}
