package org.sandglass.metric;

/// The line cut at the quantiles `q(i/n)` of a law into `n` cells of equal mass, and how far sorted points are from
/// it.
///
/// The cheapest way to carry `n` points to the law brings the `i`-th to the `i`-th cell. With the mean `cᵢ` and
/// variance
/// `vᵢ` of each cell, in closed form, `W₂² = 1/n Σ (x₍ᵢ₎ − cᵢ)² + vᵢ`; and a point outside its cell adds `|x₍ᵢ₎ −
/// cᵢ|/n` to
/// `W₁`, one inside what the moments on either side of it say. All moments are taken about places nearby, so that far
/// modes cost no digits.
final class LineCells {
    private final LineLaw law;
    private final int n;

    /// The ends of the cells, the outermost where nothing is beyond them, and `F` there.
    private final double[] ends;

    private final double[] below;
    private final double[] means;

    /// The mean variance within the cells.
    private final double within;

    private LineCells(LineLaw law, int n) {
        this.law = law;
        this.n = n;
        this.ends = new double[n + 1];
        this.below = new double[n + 1];
        this.means = new double[n];
        cut();
        this.within = describe();
    }

    static LineCells of(LineLaw law, int n) {
        return new LineCells(law, n);
    }

    private void cut() {
        ends[0] = law.least();
        ends[n] = law.greatest();
        below[n] = 1;
        for (int i = 1; i < n; i++) {
            double before = ends[i - 1];
            double density = law.density(before);
            double guess = density > 0 ? Math.min(before + 1 / (n * density), ends[n]) : ends[n];
            ends[i] = Quantiles.solve(law::cdf, law::density, (double) i / n, before, ends[n], guess);
            below[i] = law.cdf(ends[i]);
        }
    }

    /// Finds the means of the cells, and returns their mean variance.
    private double describe() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double centre = i == 0 ? ends[Math.min(1, n - 1)] : i == n - 1 ? ends[i] : (ends[i] + ends[i + 1]) / 2;
            double[] moments = law.moments(ends[i], ends[i + 1], centre);
            double first = moments[1] + rest(i, 1, centre);
            means[i] = centre + n * first;
            sum += moments[2] + rest(i, 2, centre) - n * first * first;
        }
        return sum;
    }

    /// What the mass at the ends adds to the moment of power `j`: `F` may jump there, or be off by a rounding.
    private double rest(int i, int j, double centre) {
        double low = ends[i] - centre;
        double high = ends[i + 1] - centre;
        double more = below[i] - (double) i / n;
        double less = below[i + 1] - (i + 1.0) / n;
        return j == 1 ? more * low - less * high : more * low * low - less * high * high;
    }

    /// `W₁` from sorted numbers.
    double w1(double[] sorted) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double x = sorted[i];
            sum += x > ends[i] && x < ends[i + 1] ? split(x, i) : Math.abs(x - means[i]) / n;
        }
        return sum;
    }

    /// `∫ |x − t| dF(t)` over the cell that `x` is in.
    private double split(double x, int i) {
        double more = (below[i] - (double) i / n) * (x - ends[i]);
        double less = (below[i + 1] - (i + 1.0) / n) * (ends[i + 1] - x);
        return law.moments(x, ends[i + 1], x)[1] - law.moments(ends[i], x, x)[1] + more - less;
    }

    /// `W₂²` from sorted numbers; rounding may carry it below 0 where all is in its place.
    double w2Squared(double[] sorted) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double gap = sorted[i] - means[i];
            sum += gap * gap;
        }
        return Math.max(0, sum / n + within);
    }

    /// The potentials of sorted numbers for the power `p`, 0 at the first: at the end of its cell mass is indifferent
    /// between two numbers.
    double[] potentials(int p, double[] sorted) {
        double[] out = new double[n];
        for (int i = 1; i < n; i++) {
            double before = sorted[i - 1] - ends[i];
            double after = sorted[i] - ends[i];
            double step = p == 1 ? Math.abs(after) - Math.abs(before) : (after - before) * (after + before);
            out[i] = out[i - 1] + step;
        }
        return out;
    }
}
