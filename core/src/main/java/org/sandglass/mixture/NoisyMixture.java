package org.sandglass.mixture;

import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// The law of `x = a·x₀ + b·z`, with `x₀` from a mixture and `z ~ N(0, I)`: `p(x) = Σₖ wₖ N(x; aμₖ, Cₖ)`,
/// `Cₖ = a²Σₖ + b²I`.
///
/// All exact answers about one noise level: density and score of `x`, and the posterior of `x₀` and of `z`
/// given `x`. Nothing is divided by `a` or `b`, so all hold at `b = 0` and at `a = 0`, as long as every `Cₖ`
/// is positive definite; else the density does not exist, and asking for it throws a [NumericalException].
/// Responsibilities are normalised by their own sum. Where `|x − aμ|/s` exceeds about 1e154 the log density
/// is −∞, while score and posterior stay finite and right. The parameters are computed once, here; immutable,
/// so threads may share it. Derivation: `docs/math/posterior.md`.
public final class NoisyMixture {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final GaussianMixture prior;
    private final double a;
    private final double b;
    private final SharedCovariances covariances;
    private final double[] halfLogDeterminants;
    private final int whitenedLength;
    private final int singular;
    private final Lazy<Optional<NoisyTree>> tree;
    private final Lazy<BlockKernel> kernel;

    NoisyMixture(GaussianMixture prior, double a, double b) {
        if (!(a >= 0 && b >= 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a and b must be finite and >= 0, got a=" + a + ", b=" + b);
        }
        this.prior = prior;
        this.a = a;
        this.b = b;
        this.covariances = prior.shared().map(c -> a == 1 && b == 0 ? c : c.scaledPlus(a, b));
        this.halfLogDeterminants = covariances.kinds().stream()
                .mapToDouble(c -> 0.5 * (prior.d() * LOG_TWO_PI + c.logDeterminant()))
                .toArray();
        this.whitenedLength =
                covariances.kinds().stream().mapToInt(Whitening::length).max().orElse(0);
        this.singular = firstSingular();
        this.tree = new Lazy<>(() -> prior.treeAt(a, b));
        this.kernel = new Lazy<>(() -> BlockKernel.of(this));
    }

    /// The first component that has weight but no density, −1 if there is none.
    private int firstSingular() {
        if (covariances.kinds().stream().allMatch(Covariance::positiveDefinite)) {
            return -1;
        }
        for (int k = 0; k < prior.k(); k++) {
            if (!covariances.get(k).positiveDefinite() && prior.logWeight(k) > Double.NEGATIVE_INFINITY) {
                return k;
            }
        }
        return -1;
    }

    /// The scale of the signal.
    ///
    /// @return `a ≥ 0`
    public double a() {
        return a;
    }

    /// The standard deviation of the noise.
    ///
    /// @return `b ≥ 0`
    public double b() {
        return b;
    }

    /// The law of `x₀`.
    ///
    /// @return the mixture this was made from
    public GaussianMixture prior() {
        return prior;
    }

    /// Whether `x` has a density: every component that has weight is positive definite.
    ///
    /// @return false only if `x₀` holds exact points and `b = 0`, or `a = b = 0`
    public boolean hasDensity() {
        return singular < 0;
    }

    /// The law of `x` as a mixture: components `N(aμₖ, Cₖ)`, weights unchanged.
    ///
    /// @return `p(x)`
    public GaussianMixture marginal() {
        return prior.noisy(a, b, covariances);
    }

    /// Fills the outputs for the rows `[from, to)`, in one pass over components that shares all work between
    /// them, or over the few that matter at each point where there are many ([Pruning]).
    ///
    /// @param x points, n × d, read only; all coordinates finite
    /// @param from first row
    /// @param to one past the last row
    /// @param out arrays for all n rows, of which these rows are written; a non-empty score or mean array has
    ///     n·d numbers
    /// @throws NumericalException if there is no density
    /// @throws IllegalArgumentException if the points have another dimension, one of these rows is not
    ///     finite, or an array has another length
    public void evaluate(Points x, int from, int to, Outputs out) {
        requireDensity();
        prior.requireDimension(x.d());
        requireFinite(x, from, to);
        out.requireShape(x.n(), x.d());
        Optional<NoisyTree> found = tree.get();
        if (found.isPresent()) {
            new PrunedEvaluator(this, found.get(), out.wantsScore(), out.wantsPosteriorMean())
                    .evaluate(x, from, to, out);
        } else {
            evaluateDensely(x, from, to, out);
        }
    }

    /// As [#evaluate], over all components, without checks.
    void evaluateDensely(Points x, int from, int to, Outputs out) {
        new TileEvaluator(this, to - from, out).evaluate(x, from, to);
    }

    /// The components in a tree, where pruning is allowed and can save anything at this noise level.
    Optional<NoisyTree> tree() {
        return tree.get();
    }

    /// `ln p(x)`.
    ///
    /// @param x points, n × d
    /// @return `[n]` log densities, each within a few ulps of the terms of its leading component
    /// @throws NumericalException if there is no density
    public double[] logDensity(Points x) {
        Outputs out = Outputs.logDensity(x.n());
        evaluate(x, 0, x.n(), out);
        return out.logDensity();
    }

    /// The score `∇ ln p(x) = −Σₖ rₖ Cₖ⁻¹(x − aμₖ)`.
    ///
    /// @param x points, n × d
    /// @return the scores, n × d
    /// @throws NumericalException if there is no density
    public Points score(Points x) {
        Outputs out = Outputs.score(x.n(), x.d());
        evaluate(x, 0, x.n(), out);
        return Points.wrap(out.score(), x.n(), x.d());
    }

    /// The posterior mean of the noise, `E[z | x] = b Σₖ rₖ Cₖ⁻¹(x − aμₖ) = −b·score`.
    ///
    /// @param x points, n × d
    /// @return the means, n × d
    /// @throws NumericalException if there is no density
    public Points noise(Points x) {
        Points score = score(x);
        double[] data = score.data();
        for (int i = 0; i < data.length; i++) {
            data[i] *= -b;
        }
        return score;
    }

    /// The posterior mean of the signal, `E[x₀ | x] = Σₖ rₖ (μₖ + a Σₖ Cₖ⁻¹(x − aμₖ))`.
    ///
    /// @param x points, n × d
    /// @return the means, n × d
    /// @throws NumericalException if there is no density
    public Points posteriorMean(Points x) {
        Outputs out = Outputs.posteriorMean(x.n(), x.d());
        evaluate(x, 0, x.n(), out);
        return Points.wrap(out.posteriorMean(), x.n(), x.d());
    }

    /// The responsibilities `rₖ(x) = P(component k | x)`; each row sums to 1.
    ///
    /// @param x points, n × d
    /// @return `[n·K]`, row-major
    /// @throws NumericalException if there is no density
    public double[] responsibilities(Points x) {
        requireDensity();
        prior.requireDimension(x.d());
        requireFinite(x, 0, x.n());
        return new ComponentPicker(this).responsibilities(x);
    }

    /// The responsibilities and log densities of the rows `[from, to)` in one pass, components outermost: the
    /// E step of a fit.
    ///
    /// @param x points, n × d, read only; all coordinates of these rows finite
    /// @param from first row
    /// @param to one past the last row
    /// @param responsibilities receives `rₖ` of row `from + i` at `[k·(to − from) + i]`
    /// @param logDensity receives `ln p` of row `from + i` at `[i]`
    /// @throws NumericalException if there is no density
    /// @throws IllegalArgumentException if the points have another dimension or one of these rows is not
    ///     finite
    public void memberships(Points x, int from, int to, double[] responsibilities, double[] logDensity) {
        requireDensity();
        prior.requireDimension(x.d());
        requireFinite(x, from, to);
        new ComponentPicker(this).memberships(x, from, to, responsibilities, logDensity);
    }

    /// The Hessian `∇² ln p(x) = Σₖ rₖ ((uₖ − ū)(uₖ − ū)ᵀ − Cₖ⁻¹)`, `uₖ = Cₖ⁻¹(x − aμₖ)`, `ū = Σ rₖuₖ`: the
    /// Jacobian of the score.
    ///
    /// @param x one point, d numbers
    /// @return `d × d` row-major, symmetric
    /// @throws NumericalException if there is no density
    public double[] hessian(double[] x) {
        return secondOrder(x).hessian();
    }

    /// `∇² ln p(x) v` without forming the matrix: the derivative of the score along `v`.
    ///
    /// @param x one point, d numbers
    /// @param v a vector, d numbers
    /// @return the product, d numbers
    /// @throws NumericalException if there is no density
    public double[] hessianTimes(double[] x, double[] v) {
        prior.requireDimension(v.length);
        return secondOrder(x).hessianTimes(v);
    }

    /// The divergence of the score, `tr ∇² ln p(x)`; costs `O(Kd)` for isotropic and diagonal components.
    ///
    /// @param x points, n × d
    /// @return `[n]` traces
    /// @throws NumericalException if there is no density
    public double[] divergence(Points x) {
        double[] out = new double[x.n()];
        for (int i = 0; i < out.length; i++) {
            out[i] = secondOrder(x.row(i)).divergence();
        }
        return out;
    }

    /// `Cov[x₀ | x] = Σₖ rₖ (Vₖ + (mₖ − m̄)(mₖ − m̄)ᵀ)` over the posterior components `N(mₖ, Vₖ)`.
    ///
    /// @param x one point, d numbers
    /// @return `d × d` row-major, symmetric
    /// @throws NumericalException if there is no density
    public double[] posteriorCovariance(double[] x) {
        return secondOrder(x).posteriorCovariance();
    }

    /// `Cov[x₀ | x] v` without forming the matrix.
    ///
    /// @param x one point, d numbers
    /// @param v a vector, d numbers
    /// @return the product, d numbers
    /// @throws NumericalException if there is no density
    public double[] posteriorCovarianceTimes(double[] x, double[] v) {
        prior.requireDimension(v.length);
        return secondOrder(x).posteriorCovarianceTimes(v);
    }

    /// `D vᵢ` for vectors `vᵢ`, with `D = (1 + a²/b²) Cov[x₀ | x]`: the posterior covariance in units of
    /// that which `x₀ ~ N(0, I)` has given its noisy look.
    ///
    /// `D` is finite and not 0 at `b = 0` (there `I`) and at `a = 0` (there `Cov[x₀]`), and holds both
    /// `Cov[x₀ | x] = b²/(a² + b²) D` and the slope `∂E[x₀ | x]/∂x = a/(a² + b²) D`. Costs `O(Kd)` for each
    /// vector and point, beside `O(d²)` at most for each vector and distinct covariance, once.
    ///
    /// @param v the vectors, m × d
    /// @return their products, to be asked for point by point
    public RelativeCovariance relativeCovarianceTimes(Points v) {
        prior.requireDimension(v.d());
        return new RelativeCovariance(this, v);
    }

    /// The whole posterior `p(x₀ | x) = Σₖ rₖ(x) N(μₖ + a Σₖ Cₖ⁻¹(x − aμₖ), b²Σₖ Cₖ⁻¹)`.
    ///
    /// @param x one point, d numbers
    /// @return a mixture with the components in the prior's order; of points if `b = 0`
    /// @throws NumericalException if there is no density
    public GaussianMixture posterior(double[] x) {
        PointTerms terms = terms(x);
        double[] means = new double[Math.multiplyExact(prior.k(), prior.d())];
        double[] m = new double[prior.d()];
        for (int k = 0; k < prior.k(); k++) {
            terms.posteriorMean(k, m);
            System.arraycopy(m, 0, means, k * prior.d(), prior.d());
        }
        return GaussianMixture.ofLogits(
                        terms.logResponsibilities(), Points.wrap(means, prior.k(), prior.d()), posteriorCovariances())
                .withPruning(prior.pruning());
    }

    /// One exact draw from `p(x₀ | x)` for each point.
    ///
    /// @param x points, n × d
    /// @param stream where the randomness comes from; see [PosteriorSampler#sample]
    /// @return the draws, n × d
    /// @throws NumericalException if there is no density
    public Points samplePosterior(Points x, RandomStream stream) {
        Points out = Points.zeros(x.n(), prior.d());
        posteriorSampler().sample(x, stream, out);
        return out;
    }

    /// Draws from `p(x₀ | x)` for many sets of points, the parameters computed once.
    ///
    /// @return a sampler that threads may share
    /// @throws NumericalException if there is no density
    public PosteriorSampler posteriorSampler() {
        requireDensity();
        return new PosteriorSampler(this);
    }

    /// The covariances `b²Σₖ Cₖ⁻¹` of the posterior components.
    List<Covariance> posteriorCovariances() {
        return prior.shared().map(c -> c.givenNoisyLook(a, b));
    }

    /// `Cₖ = a²Σₖ + b²I`.
    SharedCovariances covariances() {
        return covariances;
    }

    Covariance covariance(int k) {
        return covariances.get(k);
    }

    /// `ln wₖ − ½ ln det(2πCₖ)`.
    double logConstant(int k) {
        return prior.logWeight(k) - halfLogDeterminants[covariances.kind(k)];
    }

    /// The same to base 2.
    double[] binaryConstants() {
        double[] out = new double[prior.k()];
        for (int k = 0; k < out.length; k++) {
            out[k] = logConstant(k) * BlockKernel.LOG2_E;
        }
        return out;
    }

    BlockKernel kernel() {
        return kernel.get();
    }

    int whitenedLength() {
        return whitenedLength;
    }

    /// One point, checked.
    PointTerms terms(double[] x) {
        prior.requireDimension(x.length);
        requireDensity();
        requireFinite(Points.wrap(x, 1, x.length), 0, 1);
        return new PointTerms(this, x);
    }

    private SecondOrder secondOrder(double[] x) {
        return new SecondOrder(this, terms(x));
    }

    static void requireFinite(Points x, int from, int to) {
        double[] data = x.data();
        if (Points.allFinite(data, from * x.d(), to * x.d())) {
            return;
        }
        for (int i = from * x.d(); i < to * x.d(); i++) {
            if (!Double.isFinite(data[i])) {
                throw new IllegalArgumentException(
                        "points[" + i / x.d() + "][" + i % x.d() + "] must be finite, got " + data[i]);
            }
        }
    }

    private void requireDensity() {
        if (singular >= 0) {
            throw new NumericalException(
                    "component " + singular + " has standard deviation 0 in some direction, so there is no"
                            + " density; add noise (sigma > 0)");
        }
    }
}
