package org.sandglass.metric;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.sandglass.linalg.Loop;

/// The mean of a symmetric `h(i, l)` over pairs `i ≠ l`: over all of them for up to 1000 things, else
/// within blocks of at most 1000 consecutive ones, whose means are averaged. Unbiased either way.
final class PairBlocks {
    private static final int MOST = 1000;

    private PairBlocks() {}

    /// A function of two things by their numbers.
    @FunctionalInterface
    interface Pair {
        double of(int i, int l);
    }

    /// The least number of blocks that are not above 1000.
    static int count(int n) {
        return Math.max(1, (n + MOST - 1) / MOST);
    }

    /// The mean and its standard error. Fewer things than there are blocks are left over at the end.
    static Estimate of(int n, Loop loop, Pair h) {
        int count = count(n);
        int size = n / count;
        return mean(count, loop, b -> block(b * size, size, h).estimate());
    }

    /// The mean of independent estimates.
    static Estimate mean(int count, Loop loop, IntFunction<Estimate> block) {
        Estimate[] estimates = new Estimate[count];
        loop.forEach(count, b -> estimates[b] = block.apply(b));
        return Estimate.ofIndependent(Arrays.asList(estimates));
    }

    private static PairSums block(int from, int n, Pair h) {
        PairSums sums = new PairSums(n);
        for (int i = 1; i < n; i++) {
            for (int l = 0; l < i; l++) {
                sums.add(i, l, h.of(from + i, from + l));
            }
        }
        return sums;
    }
}
