package org.sandglass.metric;

/// The line cut at the quantiles `q(i/n)` of a law into `n` cells of equal mass, and how far sorted points are from
/// it.
///
/// The cheapest way to carry `n` points to the law brings the `i`-th to the `i`-th cell. With the mean `cᵢ` of
/// each cell, in closed form, `W₂² = 1/n Σ (x₍ᵢ₎ − cᵢ)² + (Var − 1/n Σ (cᵢ − m)²)`; and a point outside its cell adds
/// `|x₍ᵢ₎ − cᵢ|/n` to `W₁`, one inside what `F` and its partial moments say on either side of it. Both are right to
/// some
/// 1e-15 of the law's spread.
final class LineCells {
    private final LineLaw law;
    private final int n;

    /// The upper ends of the cells but the last.
    private final double[] ends;

    /// The cells' means, less the mean of the law.
    private final double[] means;

    /// The mean variance within the cells.
    private final double within;

    private LineCells(LineLaw law, int n) {
        this.law = law;
        this.n = n;
        this.ends = new double[n - 1];
        this.means = new double[n];
        cut();
        double between = 0;
        for (double mean : means) {
            between += mean * mean;
        }
        this.within = law.variance() - between / n;
    }

    static LineCells of(LineLaw law, int n) {
        return new LineCells(law, n);
    }

    private void cut() {
        double end = law.least();
        double before = 0;
        for (int i = 0; i < n - 1; i++) {
            double p = (i + 1.0) / n;
            double density = law.density(end);
            double guess = density > 0 ? Math.min(end + 1 / (n * density), law.greatest()) : law.greatest();
            end = Quantiles.solve(law::cdf, law::density, p, end, law.greatest(), guess);
            ends[i] = end;
            double until = momentBelow(end, p);
            means[i] = n * (until - before);
            before = until;
        }
        means[n - 1] = -n * before;
    }

    /// The partial moment of the mass `p` below its quantile, whose distribution function may be off by rounding, or
    /// jump.
    private double momentBelow(double quantile, double p) {
        return law.partialMoment(quantile) + (quantile - law.mean()) * (p - law.cdf(quantile));
    }

    /// `W₁` from sorted numbers.
    double w1(double[] sorted, int from) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double x = sorted[from + i];
            boolean inside = (i == 0 || x > ends[i - 1]) && (i == n - 1 || x < ends[i]);
            sum += inside ? split(x, i) : Math.abs(x - law.mean() - means[i]) / n;
        }
        return sum;
    }

    /// `∫ |x − t| dF(t)` over the cell that `x` is in.
    private double split(double x, int i) {
        double gap = x - law.mean();
        double below = law.cdf(x);
        double moment = law.partialMoment(x);
        double momentBefore = i == 0 ? 0 : momentBelow(ends[i - 1], (double) i / n);
        double momentUntil = i == n - 1 ? 0 : momentBelow(ends[i], (i + 1.0) / n);
        return gap * (2 * below - (2 * i + 1.0) / n) + momentBefore + momentUntil - 2 * moment;
    }

    /// `W₂²` from sorted numbers; rounding may carry it below 0 where all is in its place.
    double w2Squared(double[] sorted, int from) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double gap = sorted[from + i] - law.mean() - means[i];
            sum += gap * gap;
        }
        return Math.max(0, sum / n + within);
    }
}
