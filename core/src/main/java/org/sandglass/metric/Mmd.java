package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.linalg.Points;

/// The maximum mean discrepancy to exact draws, `MMD² = E k(X, X′) + E k(Y, Y′) − 2E k(X, Y)` (Gretton
/// and others 2012), in the forms that are published. With `n` points, `m` draws and `k` a sum of
/// Gaussians of standard deviations `s`:
///
/// | name | kernel | form |
/// |---|---|---|
/// | `mmd2` | one `s`, the median distance | unbiased, may be negative |
/// | `mmd` | the same | `√max(0, MMD²)` of it (diffuse) |
/// | `mmd-vsm` | `s` the median with the zero distances `i = l` | the same (variational_sampling_methods) |
/// | `mmd2-zod-mc` | `s² = 2⁻², 2⁻¹, …, 2⁷` | biased (ZOD-MC) |
/// | `mmd2-fkc` | ten `s` from 0.01 to 1, each by the same factor | biased (FKC) |
/// | `mmd2-idem-rbf` | `s = 0.01, 0.1, 1, 10, 100` | biased (iDEM, pDEM) |
/// | `mmd2-idem-linear`, `-polynomial` | `⟨x, y⟩`, `(⟨x, y⟩ + 2)²` | linear-time, over neighbours (iDEM, pDEM) |
///
/// Unbiased leaves out the pairs of a point with itself, biased keeps them: exact draws score `(1/n +
/// 1/m) k(x, x)` more there. The median is over all pairs of the first thousand points and the first
/// thousand draws together. All pairs for up to 1000 points and draws; more are cut into blocks of at
/// most as many, whose mean is the answer, with the diagonal of all `n` where it is biased. Costs
/// `O(min(n, 1000) n (d + 10 b))` for `b` bandwidths.
///
/// The standard error is that of two-sample U-statistics, also where the discrepancy is 0. Known defects
/// elsewhere: variational_sampling_methods keeps the diagonal and divides by `n(n − 1)`, with `n` and
/// `m` exchanged; diffuse adds 1e-8 to twice the squared median.
public final class Mmd implements Metric {
    /// What is made of the sums.
    private enum Form {
        UNBIASED,
        ROOT,
        BIASED
    }

    /// A kernel that may depend on the points.
    @FunctionalInterface
    private interface Choice {
        Kernel.Gaussians kernel(Points x, Points y);
    }

    private final String name;
    private final String summary;
    private final Form form;
    private final Choice choice;

    private Mmd(String name, String summary, Form form, Choice choice) {
        this.name = name;
        this.summary = summary;
        this.form = form;
        this.choice = choice;
    }

    /// `mmd2`.
    static Mmd squared() {
        return new Mmd("mmd2", "squared MMD, Gaussian of median bandwidth, without bias", Form.UNBIASED, median());
    }

    /// `mmd`.
    static Mmd root() {
        return new Mmd("mmd", "MMD, Gaussian of median bandwidth, root of the unbiased square", Form.ROOT, median());
    }

    /// `mmd-vsm`.
    static Mmd ofVariationalSamplingMethods() {
        Choice choice = (x, y) -> ofMedian(x, y, MedianDistance.Pairs.WITH_THEMSELVES);
        return new Mmd(
                "mmd-vsm", "MMD, the median counting zero distances, root of the unbiased square", Form.ROOT, choice);
    }

    /// `mmd2-zod-mc`.
    static Mmd zodMc() {
        double[] variances = new double[10];
        Arrays.setAll(variances, b -> Math.scalb(1.0, b - 2));
        return bank("mmd2-zod-mc", "squared MMD, ten Gaussians of variance 1/4 to 128, biased", variances);
    }

    /// `mmd2-fkc`.
    static Mmd fkc() {
        double[] variances = new double[10];
        Arrays.setAll(variances, b -> Math.pow(10, -4 + 4 * b / 9.0));
        return bank("mmd2-fkc", "squared MMD, ten Gaussians of width 0.01 to 1, biased", variances);
    }

    /// `mmd2-idem-rbf`.
    static Mmd idem() {
        String summary = "squared MMD, five Gaussians of width 0.01 to 100, biased";
        return bank("mmd2-idem-rbf", summary, 1e-4, 1e-2, 1, 1e2, 1e4);
    }

    private static Choice median() {
        return (x, y) -> ofMedian(x, y, MedianDistance.Pairs.DISTINCT);
    }

    private static Kernel.Gaussians ofMedian(Points x, Points y, MedianDistance.Pairs pairs) {
        return Kernel.Gaussians.ofBandwidth(MedianDistance.of(x, y, pairs));
    }

    private static Mmd bank(String name, String summary, double... variances) {
        Kernel.Gaussians kernel = Kernel.Gaussians.ofVariances(variances);
        return new Mmd(name, summary, Form.BIASED, (x, y) -> kernel);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.pairs(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Points y = reference.draws();
        Kernel.Gaussians kernel = choice.kernel(x, y);
        int count = PairBlocks.count(Math.max(x.n(), y.n()));
        int n = x.n() / count;
        int m = y.n() / count;
        Estimate square = PairBlocks.mean(count, reference.loop(), b -> {
            KernelSums sums = new KernelSums(kernel, x, b * n, n, y, b * m, m);
            return form == Form.BIASED ? sums.biased(kernel.atZero(), x.n(), y.n()) : sums.unbiased();
        });
        return form == Form.ROOT ? square.root() : square;
    }
}
