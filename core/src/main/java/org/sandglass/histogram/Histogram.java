package org.sandglass.histogram;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

/// Counts of numbers, or of points, in equal bins along each axis; the last axis moves fastest (row-major).
///
/// What lies outside all bins is dropped and counted ([#outside]), and masses are shares of what lies
/// inside: numpy's and boltzkit's convention. Distances are between histograms of the *same* bins,
/// without any epsilon: an empty bin is `0 ln 0 = 0`, and where only the second is empty `KL` is
/// infinite. Their standard errors are those of multinomial counts by the delta method; all are biased
/// upwards, total variation by some `√(bins/n)`, so read them beside what exact draws score. Immutable.
public final class Histogram {
    private final List<Bins> axes;
    private final long[] counts;
    private final long outside;

    private Histogram(List<Bins> axes, long[] counts, long outside) {
        this.axes = axes;
        this.counts = counts;
        this.outside = outside;
    }

    /// Counts numbers.
    ///
    /// @param bins where
    /// @param numbers any but NaN; infinite ones are outside
    /// @return their histogram
    /// @throws IllegalArgumentException naming the first NaN
    public static Histogram of(Bins bins, double... numbers) {
        return of(List.of(bins), Points.wrap(numbers, numbers.length, 1));
    }

    /// Counts points in a grid of bins.
    ///
    /// @param axes one for each coordinate
    /// @param points n × d, without NaN; those with an infinite coordinate are outside
    /// @return their histogram
    /// @throws IllegalArgumentException if the dimensions differ, or naming the first row with NaN
    public static Histogram of(List<Bins> axes, Points points) {
        if (points.d() != axes.size()) {
            throw new IllegalArgumentException(
                    "points of dimension " + points.d() + " need as many axes, got " + axes.size());
        }
        int cells = axes.stream().mapToInt(Bins::count).reduce(1, Math::multiplyExact);
        long[] counts = new long[cells];
        long outside = 0;
        for (int i = 0; i < points.n(); i++) {
            int cell = cell(axes, points, i);
            if (cell == Bins.OUTSIDE) {
                outside++;
            } else {
                counts[cell]++;
            }
        }
        return new Histogram(List.copyOf(axes), counts, outside);
    }

    private static int cell(List<Bins> axes, Points points, int i) {
        int cell = 0;
        boolean inside = true;
        for (int j = 0; j < points.d(); j++) {
            double x = points.get(i, j);
            if (Double.isNaN(x)) {
                throw new IllegalArgumentException("number " + i + " to be counted is NaN");
            }
            int bin = axes.get(j).of(x);
            inside &= bin != Bins.OUTSIDE;
            cell = cell * axes.get(j).count() + bin;
        }
        return inside ? cell : Bins.OUTSIDE;
    }

    /// The bins of each axis.
    ///
    /// @return as many as dimensions, unmodifiable
    public List<Bins> axes() {
        return axes;
    }

    /// How many fell into each bin.
    ///
    /// @return a copy, row-major
    public long[] counts() {
        return counts.clone();
    }

    /// How many fell into no bin.
    ///
    /// @return the number of outliers
    public long outside() {
        return outside;
    }

    /// How many fell into some bin.
    ///
    /// @return the sum of the counts
    public long inside() {
        return Arrays.stream(counts).sum();
    }

    /// The share of each bin in what fell into some bin.
    ///
    /// @return numbers that sum to 1, row-major
    /// @throws NumericalException if all bins are empty
    public double[] masses() {
        double total = inside();
        if (total == 0) {
            throw new NumericalException(
                    "a histogram over " + axes + " of " + outside + " numbers has only empty bins; widen the range");
        }
        return Arrays.stream(counts).mapToDouble(c -> c / total).toArray();
    }

    /// The density in each bin: its mass over its area.
    ///
    /// @return numbers `≥ 0`, row-major
    /// @throws NumericalException if all bins are empty
    public double[] density() {
        double area = axes.stream().mapToDouble(Bins::width).reduce(1, (a, b) -> a * b);
        return Arrays.stream(masses()).map(p -> p / area).toArray();
    }

    /// The logarithm of the density.
    ///
    /// @return −∞ for an empty bin
    /// @throws NumericalException if all bins are empty
    public double[] logDensity() {
        return Arrays.stream(density()).map(Math::log).toArray();
    }

    /// The free energy `−ln` density, in units of kT.
    ///
    /// @return ∞ for an empty bin
    /// @throws NumericalException if all bins are empty
    public double[] freeEnergy() {
        return Arrays.stream(density()).map(p -> -Math.log(p)).toArray();
    }

    /// The total variation `½ Σ |pⱼ − qⱼ|` to another histogram.
    ///
    /// @param other `q`, of the same bins
    /// @return in `[0, 1]`
    /// @throws IllegalArgumentException if the bins differ in number or in place
    /// @throws NumericalException if one of the two has only empty bins
    public BinnedDistance totalVariation(Histogram other) {
        return pair(other)
                .of((p, q) -> Math.abs(p - q) / 2, (p, q) -> Math.signum(p - q) / 2, (p, q) -> Math.signum(q - p) / 2);
    }

    /// The Jensen–Shannon divergence `½ KL(p‖m) + ½ KL(q‖m)`, `m = (p + q)/2`, in nats.
    ///
    /// @param other `q`, of the same bins
    /// @return in `[0, ln 2]`
    /// @throws IllegalArgumentException if the bins differ in number or in place
    /// @throws NumericalException if one of the two has only empty bins
    public BinnedDistance jensenShannon(Histogram other) {
        return pair(other)
                .of(
                        (p, q) -> (term(p, (p + q) / 2) + term(q, (p + q) / 2)) / 2,
                        (p, q) -> logRatio(p, (p + q) / 2) / 2,
                        (p, q) -> logRatio(q, (p + q) / 2) / 2);
    }

    /// `KL(p‖q) = Σ pⱼ ln(pⱼ/qⱼ)`, in nats.
    ///
    /// @param other `q`, of the same bins
    /// @return infinite if a bin is empty in `q` alone; then without a standard error
    /// @throws IllegalArgumentException if the bins differ in number or in place
    /// @throws NumericalException if one of the two has only empty bins
    public BinnedDistance kl(Histogram other) {
        return pair(other).of(Histogram::term, Histogram::logRatio, (p, q) -> q == 0 ? 0 : -p / q);
    }

    private static double term(double p, double q) {
        return p == 0 ? 0 : p * Math.log(p / q);
    }

    private static double logRatio(double p, double q) {
        return p == 0 ? 0 : Math.log(p / q);
    }

    private HistogramPair pair(Histogram other) {
        if (!axes.equals(other.axes)) {
            throw new IllegalArgumentException(
                    "histograms are compared on the same bins, got " + axes + " and " + other.axes);
        }
        return new HistogramPair(masses(), inside(), other.masses(), other.inside());
    }

    @Override
    public String toString() {
        return "Histogram[" + axes + ", inside=" + inside() + ", outside=" + outside + "]";
    }
}
