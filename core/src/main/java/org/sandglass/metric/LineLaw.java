package org.sandglass.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.sandglass.mixture.GaussianMixture;

/// A Gaussian mixture on the line: its distribution function, both tails, and its quantiles.
///
/// `F(x) = Σₖ wₖ Φ((x − μₖ)/sₖ)`, a sum of positive terms, so that it keeps some 15 digits however small it is;
/// likewise `1 − F`. Components are kept in the order of their means: those that are further from `x` than their
/// widest reaches are counted by sums made beforehand, so that `10⁵` narrow ones cost what a few do. A component of
/// standard deviation 0 is a step, at which `F` is already up. Immutable.
public final class LineLaw {
    /// `Φ(x) = 1` to rounding beyond the one, `Φ(−x) = 0` beyond the other.
    private static final double FULL = 9;
    private static final double EMPTY = 39;
    private static final double DENSITY_OF_NORMAL_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    private final double[] weights;
    private final double[] means;
    private final double[] stds;
    private final double widest;

    /// The weights of the components below each, and of those from each on.
    private final double[] weightBelow;

    private final double[] weightFrom;

    private LineLaw(double[] weights, double[] means, double[] stds) {
        int k = weights.length;
        this.weights = new double[k];
        this.means = means;
        this.stds = stds;
        this.widest = IntStream.range(0, k).mapToDouble(i -> stds[i]).max().orElse(0);
        double[] backwards = sums(reversed(weights));
        this.weightBelow = sums(weights);
        double total = weightBelow[k];
        Arrays.setAll(this.weights, i -> weights[i] / total);
        Arrays.setAll(weightBelow, i -> weightBelow[i] / total);
        this.weightFrom = new double[k + 1];
        Arrays.setAll(weightFrom, i -> backwards[k - i] / total);
    }

    /// Sums from the first on, kept in two doubles each, so that they are right to the last bit or two.
    private static double[] sums(double[] numbers) {
        double[] out = new double[numbers.length + 1];
        double high = 0;
        double low = 0;
        for (int i = 0; i < numbers.length; i++) {
            double sum = high + numbers[i];
            double part = sum - high;
            low += (high - (sum - part)) + (numbers[i] - part);
            high = sum;
            out[i + 1] = high + low;
        }
        return out;
    }

    private static double[] reversed(double[] numbers) {
        double[] out = new double[numbers.length];
        Arrays.setAll(out, i -> numbers[numbers.length - 1 - i]);
        return out;
    }

    /// The law of a mixture on the line.
    ///
    /// @param mixture of dimension 1
    /// @return its law; components of weight 0 are left out
    /// @throws IllegalArgumentException if the dimension is another
    public static LineLaw of(GaussianMixture mixture) {
        if (mixture.d() != 1) {
            throw new IllegalArgumentException("a law on the line needs D = 1, got D = " + mixture.d());
        }
        double[] all = mixture.weights();
        int[] order = IntStream.range(0, all.length)
                .filter(k -> all[k] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> mixture.means().get(k, 0)))
                .mapToInt(k -> k)
                .toArray();
        return new LineLaw(
                IntStream.of(order).mapToDouble(k -> all[k]).toArray(),
                IntStream.of(order).mapToDouble(k -> mixture.means().get(k, 0)).toArray(),
                IntStream.of(order)
                        .mapToDouble(k -> Math.sqrt(mixture.covariance(k).trace()))
                        .toArray());
    }

    /// The law of `⟨θ, x⟩`.
    ///
    /// @param mixture the law of `x`
    /// @param direction `θ`, not 0
    /// @return components `N(⟨θ, μₖ⟩, θᵀΣₖθ)`
    /// @throws IllegalArgumentException if the dimensions differ
    public static LineLaw along(GaussianMixture mixture, double... direction) {
        return of(mixture.affine(new double[][] {direction}, new double[1]));
    }

    /// `F(x) = P(X ≤ x)`.
    ///
    /// @param x any number
    /// @return in `[0, 1]` but for rounding, to about 1e-15 of its value
    public double cdf(double x) {
        int from = firstAbove(x - FULL * widest);
        int to = firstAbove(x + EMPTY * widest);
        double sum = weightBelow[from];
        for (int k = from; k < to; k++) {
            sum += weights[k] * NormalTail.lower(standard(x, k));
        }
        return sum;
    }

    /// `1 − F(x) = P(X > x)`.
    ///
    /// @param x any number
    /// @return in `[0, 1]` but for rounding, to about 1e-15 of its value
    public double survival(double x) {
        int from = firstAbove(x - EMPTY * widest);
        int to = firstAbove(x + FULL * widest);
        double sum = weightFrom[to];
        for (int k = from; k < to; k++) {
            sum += weights[k] * NormalTail.upper(standard(x, k));
        }
        return sum;
    }

    /// The density `F′(x)`.
    ///
    /// @param x any number
    /// @return `≥ 0`; without the components that are points
    public double density(double x) {
        double sum = 0;
        int to = firstAbove(x + EMPTY * widest);
        for (int k = firstAbove(x - EMPTY * widest); k < to; k++) {
            if (stds[k] > 0) {
                double z = standard(x, k);
                sum += weights[k] / stds[k] * bell(z);
            }
        }
        return sum;
    }

    /// `E (X − c)ʲ 1{a < X ≤ b}` for `j = 0, 1, 2`: with `c` near `a` and `b`, right to some digits less than there
    /// are,
    /// for nothing is subtracted but what lies between.
    double[] moments(double a, double b, double c) {
        double[] out = new double[3];
        int to = firstAbove(b + EMPTY * widest);
        for (int k = firstAbove(a - EMPTY * widest); k < to; k++) {
            double low = standard(a, k);
            double high = standard(b, k);
            double mass = low > 0
                    ? NormalTail.upper(low) - NormalTail.upper(high)
                    : NormalTail.lower(high) - NormalTail.lower(low);
            double s = stds[k];
            double gap = means[k] - c;
            double fall = s == 0 ? 0 : s * (bell(low) - bell(high));
            double turn = s == 0 ? 0 : s * ((a - c) * bell(low) - (b - c) * bell(high));
            out[0] += weights[k] * mass;
            out[1] += weights[k] * (gap * mass + fall);
            out[2] += weights[k] * (s * s * mass + gap * (gap * mass + fall) + turn);
        }
        return out;
    }

    /// The least `x` with `F(x) ≥ p`.
    ///
    /// @param p in `(0, 1)`
    /// @return the quantile, such that `F` there, or `1 − F` for `p > ½`, is right to about 1e-15 of its value
    /// @throws IllegalArgumentException if `p` is not in `(0, 1)`
    public double quantile(double p) {
        requireInside(p);
        return p > 0.5 ? upperQuantile(1 - p) : Quantiles.solve(this::cdf, this::density, p, least(), greatest());
    }

    /// The least `x` with `1 − F(x) ≤ q`, for tails too small to be told from 1.
    ///
    /// @param q in `(0, 1)`
    /// @return the quantile of `1 − q`
    /// @throws IllegalArgumentException if `q` is not in `(0, 1)`
    public double upperQuantile(double q) {
        requireInside(q);
        return -Quantiles.solve(y -> survival(-y), y -> density(-y), q, -greatest(), -least());
    }

    private static void requireInside(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability must be in (0, 1), got " + p);
        }
    }

    /// A number at and below which there is nothing.
    double least() {
        return Math.nextDown(means[0] - EMPTY * widest);
    }

    /// A number above which there is nothing.
    double greatest() {
        return means[means.length - 1] + EMPTY * widest;
    }

    private static double bell(double z) {
        return DENSITY_OF_NORMAL_AT_0 * Math.exp(-z * z / 2);
    }

    private double standard(double x, int k) {
        double gap = x - means[k];
        return gap == 0 && stds[k] == 0 ? Double.POSITIVE_INFINITY : gap / stds[k];
    }

    /// The first component whose mean is above a number.
    private int firstAbove(double x) {
        int low = 0;
        int high = means.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (means[middle] > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
