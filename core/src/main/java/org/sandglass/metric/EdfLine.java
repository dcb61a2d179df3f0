package org.sandglass.metric;

import java.util.Arrays;

/// Sorted numbers `x₍₁₎ ≤ … ≤ x₍ₙ₎` beside the distribution function `F` they should have: with `uᵢ =
/// F(x₍ᵢ₎)`, the distances of `F` from the empirical `Fₙ`.
///
/// Each has the standard error of its first-order term `1/n Σ h(xᵢ)` (the delta method). Where `F` is
/// the truth these are no smaller than what exact draws show, by a factor up to 2.
final class EdfLine {
    private final int n;
    private final double[] below;
    private final double[] above;

    /// @param below `F(x₍ᵢ₎)`, ascending
    /// @param above `1 − F(x₍ᵢ₎)`, with its own digits; empty if nobody will ask for the tails
    private EdfLine(double[] below, double[] above) {
        this.n = below.length;
        this.below = below;
        this.above = above;
    }

    /// Asks the law for `F` at sorted numbers: `O(nK)` at most.
    static EdfLine of(double[] sorted, LineLaw law) {
        return new EdfLine(Arrays.stream(sorted).map(law::cdf).toArray(), new double[0]);
    }

    /// Asks for both tails, as [#andersonDarling] needs them.
    static EdfLine withTails(double[] sorted, LineLaw law) {
        double[] above = Arrays.stream(sorted).map(law::survival).toArray();
        return new EdfLine(Arrays.stream(sorted).map(law::cdf).toArray(), above);
    }

    /// Numbers that are `F(x₍ᵢ₎)` already, ascending.
    static EdfLine ofUniforms(double... u) {
        return new EdfLine(u, Arrays.stream(u).map(p -> 1 - p).toArray());
    }

    /// The largest gap on one side of `F`.
    ///
    /// @param size how large, `≥ 0`
    /// @param count how many points are below its place
    /// @param sign 1 where `Fₙ` is above `F`, else −1
    record Gap(double size, int count, int sign) {
        Gap orIfLarger(double other, int otherCount) {
            return other > size ? new Gap(other, otherCount, sign) : this;
        }
    }

    /// `sup (Fₙ − F)`.
    private Gap over() {
        Gap gap = new Gap(0, 0, 1);
        for (int i = 0; i < n; i++) {
            gap = gap.orIfLarger((i + 1.0) / n - below[i], i + 1);
        }
        return gap;
    }

    /// `sup (F − Fₙ)`.
    private Gap under() {
        Gap gap = new Gap(0, 0, -1);
        for (int i = 0; i < n; i++) {
            gap = gap.orIfLarger(below[i] - (double) i / n, i);
        }
        return gap;
    }

    /// `sup |Fₙ − F|` and where it is.
    Gap largestGap() {
        Gap over = over();
        Gap under = under();
        return over.size >= under.size ? over : under;
    }

    /// Kolmogorov and Smirnov, `D = sup |Fₙ − F|`.
    Estimate kolmogorov() {
        Gap gap = largestGap();
        return new Estimate(gap.size, ofShare(gap.count));
    }

    /// Kuiper, `V = sup (Fₙ − F) + sup (F − Fₙ)`.
    Estimate kuiper() {
        Gap over = over();
        Gap under = under();
        return new Estimate(over.size + under.size, ofShare(Math.abs(over.count - under.count)));
    }

    /// `√(q(1 − q)/n)` for the share `q = count/n`.
    private double ofShare(int count) {
        double q = (double) count / n;
        return Math.sqrt(q * (1 - q) / n);
    }

    /// Cramér and von Mises, `∫ (Fₙ − F)² dF = 1/(12n²) + 1/n Σ (uᵢ − (2i − 1)/2n)²`; times `n` it is
    /// `W²`.
    Estimate cramerVonMises() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double gap = below[i] - (2 * i + 1.0) / (2 * n);
            sum += gap * gap;
        }
        double[] h = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double level = (i + 1.0) / n;
            double end = i == n - 1 ? 1 : below[i + 1];
            double mean = level - (end + below[i]) / 2;
            h[i] = (i == n - 1 ? 0 : h[i + 1]) + 2 * mean * (end - below[i]);
        }
        return new Estimate((1.0 / 12 / n + sum) / n, Estimate.errorOfMean(h));
    }

    /// Anderson and Darling, `∫ (Fₙ − F)²/(F(1 − F)) dF = −1 − 1/n² Σ (2i − 1) (ln uᵢ + ln(1 −
    /// u₍ₙ₊₁₋ᵢ₎))`; times `n` it is `A²`. Infinite where a point is so far out that a tail underflows.
    Estimate andersonDarling() {
        double sum = 0;
        double[] h = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            sum += (2 * i + 1) * (Math.log(below[i]) + Math.log(above[n - 1 - i]));
            double level = (i + 1.0) / n;
            h[i] = i == n - 1
                    ? -2 * Math.log(below[i])
                    : h[i + 1] + 2 * (primitive(level, i + 1) - primitive(level, i));
        }
        return new Estimate(-1 - sum / n / n, Estimate.errorOfMean(h));
    }

    /// `a ln u + (1 − a) ln(1 − u)`, whose slope is `(a − u)/(u(1 − u))`.
    private double primitive(double a, int i) {
        return a * Math.log(below[i]) + (1 - a) * Math.log(above[i]);
    }
}
