package org.sandglass.mixture;

import java.util.Optional;
import org.sandglass.linalg.Points;

/// Log density, score and posterior mean of one law in single precision, for screening: about twice as many points
/// a second as [NoisyMixture#evaluate], points and results doubles as there.
///
/// A point and the means are first taken relative to a common centre, in doubles, so that nothing is lost of
/// points and means that are far from the origin, but near each other. What remains is measured by
///
/// - `T`, by how much the terms `ln wₖ − ½ ln det(2πCₖ) − ½‖w‖²` of the components that matter at a point lie below
///   the largest that there can be: `maxₖ (ln wₖ − ½ ln det(2πCₖ)) + ln K − ln p(x)`, about half the squared
///   distance from the nearest component in its standard deviations;
/// - `κ`, how many standard deviations the means lie from the centre at most, along any coordinate; for full and
///   low-rank covariances more, by the condition of their whitening: [#spread].
///
/// With `e = (8 + 2√d)·2⁻²⁴ (1 + T + κ)` the error of the log density is at most `e`, and that of the score at most
/// `2e Σₖ rₖ‖sₖ − s‖ + (8 + 2√d)·2⁻²⁴ (Σₖ rₖ‖sₖ‖ + κ√d/s)`, for the scores `sₖ` of the components, their
/// responsibilities `rₖ`, and the smallest standard deviation `s`. These bounds count rounding errors as they fall
/// in practice (tests ask for them at every structure), not what a hundred that all fall to one side could do
/// (`docs/decisions/0017-single-precision.md`).
///
/// What does not fit is evaluated in doubles, with the bits of [NoisyMixture#evaluate]: every point, if a standard
/// deviation or `a` lies outside `[2⁻³⁰, 2³⁰]` or `κ√d > 2¹²` ([#fits]); points far from all components, where
/// rounding could change which of them is nearest: about those with `T > 90 000`, or with `(1 − r)·T > 2 800` for
/// the largest responsibility `r`; and points for which [Pruning] leaves out most components, which saves more.
///
/// The parameters are rounded once, here, in `O(Kd)`, for full covariances `O(Kd²)`; immutable, so threads may share
/// it. Bits depend neither on threads, nor on how points are cut into calls, nor on the width of vectors.
public final class SinglePrecision {
    private final NoisyMixture law;
    private final Optional<SingleKernel> kernel;

    private SinglePrecision(NoisyMixture law) {
        this.law = law;
        this.kernel = SingleFrame.of(law).map(SingleKernel::of);
    }

    /// A law's evaluation in single precision.
    ///
    /// @param law the law
    /// @return its evaluation
    public static SinglePrecision of(NoisyMixture law) {
        return new SinglePrecision(law);
    }

    /// Whether any point can be evaluated in single precision.
    ///
    /// @return false if all are evaluated in doubles: a standard deviation or `a` lies outside `[2⁻³⁰, 2³⁰]`, means
    ///     are too far apart in units of them, or there is no density
    public boolean fits() {
        return kernel.isPresent();
    }

    /// `κ`, which bounds what a whitened coordinate loses.
    ///
    /// @return a number `≥ 0`, ∞ if nothing fits
    public double spread() {
        return kernel.map(known -> known.frame().spread()).orElse(Double.POSITIVE_INFINITY);
    }

    /// As [NoisyMixture#evaluate], within the bounds above.
    ///
    /// Allocates nothing once a thread has its room, but for points that are evaluated in doubles.
    ///
    /// @param x points, n × d, read only; all coordinates finite
    /// @param from first row
    /// @param to one past the last row
    /// @param out arrays for all n rows, of which these rows are written; a non-empty score or mean array has
    ///     n·d numbers
    /// @throws org.sandglass.linalg.NumericalException if there is no density
    /// @throws IllegalArgumentException if the points have another dimension, one of these rows is not finite,
    ///     or an array has another length
    public void evaluate(Points x, int from, int to, Outputs out) {
        if (kernel.isEmpty()) {
            law.evaluate(x, from, to, out);
            return;
        }
        law.prior().requireDimension(x.d());
        NoisyMixture.requireFinite(x, from, to);
        out.requireShape(x.n(), x.d());
        Optional<NoisyTree> tree = law.tree();
        if (tree.isPresent()) {
            new PrunedEvaluator(law, tree.get(), out.wantsScore(), out.wantsPosteriorMean(), this::evaluateDensely)
                    .evaluate(x, from, to, out);
        } else {
            evaluateDensely(x, from, to, out);
        }
    }

    private void evaluateDensely(Points x, int from, int to, Outputs out) {
        new SingleEvaluator(kernel.orElseThrow(), to - from, out).evaluate(x, from, to);
    }
}
