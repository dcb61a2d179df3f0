package org.sandglass.replica;

/// numpy's `default_rng().choice(K, n, p=…)`: one double per item, looked up in the running sum. Immutable.
public final class Choice {
    private final double[] sums;

    private Choice(double[] sums) {
        this.sums = sums;
    }

    /// The choice with given odds.
    ///
    /// @param p `K ≥ 1` numbers `≥ 0` whose sum is 1 up to rounding
    /// @return a picker of indices
    /// @throws IllegalArgumentException if they are not, by more than 1.5e−8 as in numpy
    public static Choice of(double... p) {
        double[] sums = p.clone();
        for (int k = 0; k < p.length; k++) {
            if (!(p[k] >= 0)) {
                throw new IllegalArgumentException("p[" + k + "] must be >= 0, got " + p[k]);
            }
            sums[k] += k == 0 ? 0 : sums[k - 1];
        }
        double last = p.length == 0 ? 0 : sums[p.length - 1];
        if (!(Math.abs(last - 1) <= 0x1p-26)) {
            throw new IllegalArgumentException("p must sum to 1, got " + last);
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= last;
        }
        return new Choice(sums);
    }

    /// The next item.
    ///
    /// @param words where the double comes from
    /// @return an index, `0 ≤ k < K`
    public int next(Pcg64 words) {
        return at(words.nextDouble());
    }

    /// How many running sums are `≤ u`.
    private int at(double u) {
        int from = 0;
        int to = sums.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sums[middle] <= u) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
