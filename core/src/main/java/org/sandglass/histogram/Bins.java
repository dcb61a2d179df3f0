package org.sandglass.histogram;

/// `count` equal bins over `[low, high]`: bin `j` is `[eⱼ, eⱼ₊₁)` and the last one `[e, high]`, as in
/// `numpy.histogram`.
///
/// @param low the left end, finite
/// @param high the right end, finite, `> low`
/// @param count how many bins, `≥ 1`
public record Bins(double low, double high, int count) {
    /// Not a bin.
    static final int OUTSIDE = -1;

    /// Checks the ranges.
    public Bins {
        if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("bins need finite low < high, got low=" + low + ", high=" + high);
        }
        if (count < 1) {
            throw new IllegalArgumentException("bins need count >= 1, got " + count);
        }
    }

    /// The left end of a bin, `low + j·(high − low)/count`, as `numpy.linspace` rounds it.
    ///
    /// @param j which, `0 ≤ j ≤ count`; `count` for the right end of all
    /// @return `eⱼ`
    public double edge(int j) {
        return j == count ? high : low + j * ((high - low) / count);
    }

    /// All ends.
    ///
    /// @return `count + 1` numbers
    public double[] edges() {
        double[] edges = new double[count + 1];
        for (int j = 0; j <= count; j++) {
            edges[j] = edge(j);
        }
        return edges;
    }

    /// The common width.
    ///
    /// @return `(high − low)/count`
    public double width() {
        return (high - low) / count;
    }

    /// The bin of a number, decided by its edges rather than by a quotient.
    ///
    /// @return in `[0, count)`, or [#OUTSIDE]
    int of(double x) {
        if (!(x >= low && x <= high)) {
            return OUTSIDE;
        }
        int j = Math.clamp((long) ((x - low) / (high - low) * count), 0, count - 1);
        while (j > 0 && x < edge(j)) {
            j--;
        }
        while (j < count - 1 && x >= edge(j + 1)) {
            j++;
        }
        return j;
    }
}
