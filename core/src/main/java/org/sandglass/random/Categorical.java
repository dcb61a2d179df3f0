package org.sandglass.random;

/// Draws an index `0 ≤ i < K` with odds proportional to weights, by binary search among the cumulative weights.
///
/// One uniform number `u` decides: the index is the first with `u < (w₀ + … + wᵢ) / (w₀ + … + wₖ₋₁)`. The sums
/// are kept in two doubles each, so the cumulative weights are right to the last bit or two for any `K`. An
/// index of weight zero is never drawn, and the last positive weight closes at exactly 1. A draw costs `log₂ K`
/// comparisons. Immutable.
public final class Categorical {
    private final double[] cumulative;

    private Categorical(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /// A sampler for weights, which need not be normalised.
    ///
    /// @param weights one for each index, finite and `≥ 0`, not all 0; copied
    /// @return the sampler
    /// @throws IllegalArgumentException if there is no weight, one is negative, infinite or NaN, or their sum
    /// is 0 or overflows
    public static Categorical of(double... weights) {
        double[] cumulative = new double[weights.length];
        double high = 0;
        double low = 0;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + i + " must be finite and >= 0, got " + w);
            }
            double sum = high + w;
            double part = sum - high;
            low += (high - (sum - part)) + (w - part);
            high = sum;
            cumulative[i] = high + low;
        }
        double total = high + low;
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the sum of " + weights.length + " weights must be positive and finite, got " + total);
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= total;
        }
        return new Categorical(cumulative);
    }

    /// How many indices there are.
    ///
    /// @return `K ≥ 1`
    public int size() {
        return cumulative.length;
    }

    /// Draws an index with the next uniform number of a stream.
    ///
    /// @param stream is moved on by one position
    /// @return `0 ≤ i < K`
    public int draw(RandomStream stream) {
        return indexAt(stream.nextDouble());
    }

    /// The index that a uniform number decides on: nondecreasing in `u`.
    ///
    /// @param u in `[0, 1)`
    /// @return the first index whose cumulative weight is above `u`
    /// @throws IllegalArgumentException if `u` is not in `[0, 1)`
    public int indexAt(double u) {
        if (!(u >= 0 && u < 1)) {
            throw new IllegalArgumentException("a uniform number must be in [0, 1), got " + u);
        }
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (u < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
