package org.sandglass.mixture;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;

/// A Gaussian mixture `p(x) = Σₖ wₖ N(x; μₖ, Σₖ)` in `ℝᵈ`, closed under everything that diffusion and linear
/// conditioning do to it.
///
/// Means are `K × d` [Points]; each component has a [Covariance] in its own structure, and components may
/// share one. Weights are kept in log space; a weight of 0 is a component that is absent but keeps its place.
/// Immutable, so threads may share it.
public final class GaussianMixture {
    private final double[] logWeights;
    private final Points means;
    private final SharedCovariances covariances;

    private final PruningPlan plan;

    private GaussianMixture(double[] logWeights, Points means, SharedCovariances covariances, Pruning pruning) {
        if (means.n() < 1 || logWeights.length != means.n() || covariances.size() != means.n()) {
            throw new IllegalArgumentException("a mixture needs K >= 1 weights, means and covariances, got "
                    + logWeights.length + ", " + means.n() + " and " + covariances.size());
        }
        requireFinite(means);
        for (int k = 0; k < covariances.size(); k++) {
            if (covariances.get(k).d() != means.d()) {
                throw new IllegalArgumentException("covariance " + k + " has dimension "
                        + covariances.get(k).d() + ", the means have " + means.d());
            }
        }
        this.logWeights = logWeights;
        this.means = means;
        this.covariances = covariances;
        this.plan = PruningPlan.own(pruning, this);
    }

    /// Another plan for the same law, or a noisy version of it.
    private GaussianMixture(GaussianMixture same, Points means, SharedCovariances covariances, PruningPlan plan) {
        this.logWeights = same.logWeights;
        this.means = means;
        this.covariances = covariances;
        this.plan = plan;
    }

    /// A mixture from weights, which need not sum to 1.
    ///
    /// @param weights `K` numbers, finite, `≥ 0`, some `> 0`
    /// @param means `K × d`; copied
    /// @param covariances `K` covariances of dimension `d`
    /// @return the mixture
    /// @throws IllegalArgumentException naming the entry that is wrong
    public static GaussianMixture ofWeights(double[] weights, Points means, List<? extends Covariance> covariances) {
        return new GaussianMixture(
                Weights.logOfWeights(weights), means.copy(), SharedCovariances.of(covariances), Pruning.AUTOMATIC);
    }

    /// A mixture from log weights up to a common constant.
    ///
    /// @param logits `K` numbers, finite or −∞, some finite
    /// @param means `K × d`; copied
    /// @param covariances `K` covariances of dimension `d`
    /// @return the mixture
    /// @throws IllegalArgumentException naming the entry that is wrong
    public static GaussianMixture ofLogits(double[] logits, Points means, List<? extends Covariance> covariances) {
        return new GaussianMixture(
                Weights.logOfLogits(logits), means.copy(), SharedCovariances.of(covariances), Pruning.AUTOMATIC);
    }

    /// A mixture of equal weights.
    ///
    /// @param means `K × d`; copied
    /// @param covariances `K` covariances of dimension `d`
    /// @return the mixture
    public static GaussianMixture equallyWeighted(Points means, List<? extends Covariance> covariances) {
        return ofLogits(new double[means.n()], means, covariances);
    }

    /// A mixture of equal weights whose components share one covariance.
    ///
    /// @param means `K × d`; copied
    /// @param covariance the covariance of every component
    /// @return the mixture
    public static GaussianMixture equallyWeighted(Points means, Covariance covariance) {
        return equallyWeighted(means, Collections.nCopies(means.n(), covariance));
    }

    /// The point mass at `x`: the start of a conditional process.
    ///
    /// @param x coordinates, finite
    /// @return a mixture of one component with standard deviation 0
    public static GaussianMixture point(double... x) {
        return equallyWeighted(Points.of(x), new Isotropic(0, x.length));
    }

    /// One Gaussian.
    ///
    /// @param mean its mean
    /// @param covariance its covariance
    /// @return a mixture with `K = 1`
    public static GaussianMixture gaussian(double[] mean, Covariance covariance) {
        return equallyWeighted(Points.of(mean), covariance);
    }

    /// The number of components.
    ///
    /// @return `K ≥ 1`
    public int k() {
        return logWeights.length;
    }

    /// The dimension.
    ///
    /// @return `d ≥ 1`
    public int d() {
        return means.d();
    }

    /// The normalised weights.
    ///
    /// @return a new array of `K` numbers `≥ 0` that sum to 1
    public double[] weights() {
        return Arrays.stream(logWeights).map(Math::exp).toArray();
    }

    /// The logarithms of the normalised weights.
    ///
    /// @return a new array of `K` numbers `≤ 0`, −∞ for an absent component
    public double[] logWeights() {
        return logWeights.clone();
    }

    /// The means.
    ///
    /// @return `K × d`, read only
    public Points means() {
        return means;
    }

    /// The covariance of one component.
    ///
    /// @param k the component, `0 ≤ k < K`
    /// @return `Σₖ`
    public Covariance covariance(int k) {
        return covariances.get(k);
    }

    /// All covariances.
    ///
    /// @return `K` covariances, unmodifiable
    public List<Covariance> covariances() {
        return covariances;
    }

    /// Whether evaluation may leave out components that cannot matter at a point.
    ///
    /// @return automatic, unless [#withPruning] switched it off
    public Pruning pruning() {
        return plan.pruning();
    }

    /// The same mixture with another way of evaluation, which what is derived from it inherits.
    ///
    /// @param pruning whether components that cannot matter at a point may be left out
    /// @return a mixture that shares all with this one
    public GaussianMixture withPruning(Pruning pruning) {
        return new GaussianMixture(this, means, covariances, plan.with(pruning));
    }

    /// The law of `a·x₀ + b·z`, `z ~ N(0, I)`, with the posterior of `x₀` given it.
    ///
    /// @param a the scale, `≥ 0`
    /// @param b the standard deviation of the noise, `≥ 0`
    /// @return all exact answers at this noise level; costs `O(Kd)`
    public NoisyMixture underNoise(double a, double b) {
        return new NoisyMixture(this, a, b);
    }

    /// `ln p(x)`.
    ///
    /// @param x points, n × d
    /// @return `[n]`
    /// @throws org.sandglass.linalg.NumericalException if the mixture holds exact points
    public double[] logDensity(Points x) {
        return asIs().logDensity(x);
    }

    /// `E(x) = −ln p(x)`.
    ///
    /// @param x points, n × d
    /// @return `[n]`
    /// @throws org.sandglass.linalg.NumericalException if the mixture holds exact points
    public double[] energy(Points x) {
        double[] out = logDensity(x);
        for (int i = 0; i < out.length; i++) {
            out[i] = -out[i];
        }
        return out;
    }

    /// `∇ ln p(x)`.
    ///
    /// @param x points, n × d
    /// @return the scores, n × d
    /// @throws org.sandglass.linalg.NumericalException if the mixture holds exact points
    public Points score(Points x) {
        return asIs().score(x);
    }

    /// `rₖ(x) = wₖ N(x; μₖ, Σₖ) / p(x)`.
    ///
    /// @param x points, n × d
    /// @return `[n·K]`, row-major; each row sums to 1
    /// @throws org.sandglass.linalg.NumericalException if the mixture holds exact points
    public double[] responsibilities(Points x) {
        return asIs().responsibilities(x);
    }

    /// `∇² ln p(x)`.
    ///
    /// @param x one point
    /// @return `d × d` row-major
    /// @throws org.sandglass.linalg.NumericalException if the mixture holds exact points
    public double[] hessian(double[] x) {
        return asIs().hessian(x);
    }

    /// The mean `Σₖ wₖ μₖ`.
    ///
    /// @return d numbers
    public double[] mean() {
        return Moments.mean(this);
    }

    /// The covariance `Σₖ wₖ (Σₖ + (μₖ − m)(μₖ − m)ᵀ)`.
    ///
    /// @return `d × d` row-major
    public double[] covariance() {
        return Moments.covariance(this);
    }

    /// Rows `[0, n)` of the endless sequence of exact draws that belongs to the streams.
    ///
    /// @param n how many, `≥ 0`
    /// @param streams where the randomness comes from
    /// @return draws, n × d
    public Points sample(int n, RandomStreams streams) {
        return sample(0, n, streams);
    }

    /// Rows `[from, from + n)` of the endless sequence of exact draws that belongs to the streams.
    ///
    /// Row `i` depends only on the streams and on `i`: not on `n`, on `from`, nor on threads. The cost does not
    /// depend on `from`.
    ///
    /// @param from the first row, `≥ 0`
    /// @param n how many, `≥ 0`
    /// @param streams where the randomness comes from
    /// @return draws, n × d
    public Points sample(long from, int n, RandomStreams streams) {
        return new MixtureSampler(this, streams).rows(from, n);
    }

    /// The component that each of the rows of [#sample(long, int, RandomStreams)] is drawn from.
    ///
    /// Noise on the draws does not change it: of `underNoise(a, b).marginal()` it is the same.
    ///
    /// @param from the first row, `≥ 0`
    /// @param n how many, `≥ 0`
    /// @param streams where the randomness comes from
    /// @return n numbers, `0 ≤ k < K`
    public int[] components(long from, int n, RandomStreams streams) {
        return new MixtureSampler(this, streams).components(from, n);
    }

    /// The law of `A x + b`.
    ///
    /// @param matrix `A`, `m × d` with full row rank
    /// @param shift `b`, m numbers
    /// @return components `N(A μₖ + b, A Σₖ Aᵀ)`, weights unchanged
    /// @throws IllegalArgumentException if shapes do not fit or the rows of `A` are dependent
    public GaussianMixture affine(double[][] matrix, double[] shift) {
        return LinearMaps.affine(this, matrix, shift);
    }

    /// The law of `x + ε` with `ε ~ N(0, R)` independent.
    ///
    /// @param noise `R`, of dimension d
    /// @return components `N(μₖ, Σₖ + R)`, weights unchanged, in the simplest structure that holds the sum
    /// @throws IllegalArgumentException if the dimensions differ
    public GaussianMixture convolve(Covariance noise) {
        return LinearMaps.convolve(this, noise);
    }

    /// The law of some coordinates.
    ///
    /// @param coordinates which, distinct, in the order wanted
    /// @return a mixture of dimension `coordinates.length`
    /// @throws IllegalArgumentException if a coordinate is out of range or repeated
    public GaussianMixture marginal(int... coordinates) {
        return LinearMaps.marginal(this, coordinates);
    }

    /// The law of the other coordinates given that some are known exactly.
    ///
    /// @param coordinates which are known, distinct, not all
    /// @param values their values
    /// @return the conditional mixture of the others, in ascending order, with `ln p` of what was seen
    /// @throws IllegalArgumentException if the arguments do not fit
    public Conditioned conditionOn(int[] coordinates, double... values) {
        return Conditioning.onCoordinates(this, coordinates, values);
    }

    /// The posterior of `x` given `y = A x + ε`, `ε ~ N(0, R)`.
    ///
    /// @param measurement `A`, `y` and `R`
    /// @return the posterior mixture, components in this order, with the log evidence `ln p(y)`
    /// @throws IllegalArgumentException if `A` has another number of columns
    public Conditioned condition(LinearMeasurement measurement) {
        return Conditioning.onMeasurement(this, measurement);
    }

    /// The normalised product `p(x) q(x) / ∫ p q`.
    ///
    /// @param other `q`, of the same dimension
    /// @return a mixture of `K·K′` components (this index outer) with `ln ∫ p q`
    /// @throws IllegalArgumentException if the dimensions differ
    public Reweighted times(GaussianMixture other) {
        return Products.times(this, other);
    }

    /// The normalised power `p(x)ⁿ / ∫ pⁿ`.
    ///
    /// @param n `≥ 1`
    /// @return a mixture with one component for every multiset of `n` components of positive weight, with
    ///     `ln ∫ pⁿ`
    /// @throws IllegalArgumentException if `n < 1` or the power has more than 10⁷ components
    public Reweighted power(int n) {
        return Products.power(this, n);
    }

    /// The normalised tilt `p(x) e^{r(x)} / ∫ p e^r` by a quadratic reward.
    ///
    /// @param reward `r(x) = c + gᵀx + ½ xᵀQx`
    /// @return the tilted mixture, components in this order, with `ln ∫ p e^r`
    /// @throws IllegalArgumentException if the dimensions differ
    /// @throws org.sandglass.linalg.NumericalException if `Σₖ⁻¹ − Q` is not positive definite for some
    ///     component: the integral diverges
    public Reweighted tilt(QuadraticReward reward) {
        return Tilting.tilt(this, reward);
    }

    /// This mixture without some components, weights renormalised.
    ///
    /// @param components which to drop, distinct
    /// @return a smaller mixture
    /// @throws IllegalArgumentException if an index is out of range or repeated, or no weight would remain
    public GaussianMixture without(int... components) {
        return Reduction.without(this, components);
    }

    /// This mixture with some components replaced by the one Gaussian of the same mass, mean and covariance.
    ///
    /// @param components which to merge, distinct, at least one of positive weight; the result stands in the
    ///     place of the first
    /// @return a mixture with the same mean and covariance as this one
    /// @throws IllegalArgumentException if an index is out of range or repeated
    public GaussianMixture merge(int... components) {
        return Reduction.merge(this, components);
    }

    SharedCovariances shared() {
        return covariances;
    }

    /// Whether all components have the same covariance.
    boolean sharesCovariance() {
        return covariances.areEqual();
    }

    double logWeight(int k) {
        return logWeights[k];
    }

    /// `a μₖ` for all components.
    private Points scaledMeans(double a) {
        Points out = means.copy();
        for (int i = 0; i < out.data().length; i++) {
            out.data()[i] *= a;
        }
        return out;
    }

    /// The same weights over other components; takes the points over.
    GaussianMixture withComponents(Points newMeans, SharedCovariances newCovariances) {
        return new GaussianMixture(logWeights, newMeans, newCovariances, pruning());
    }

    /// The law of `a·x + b·z` as a mixture, which shares what is known about this one.
    GaussianMixture noisy(double a, double b, SharedCovariances noisyCovariances) {
        Points scaled = scaledMeans(a);
        requireFinite(scaled);
        return new GaussianMixture(this, scaled, noisyCovariances, plan.underNoise(a, b));
    }

    private static void requireFinite(Points means) {
        int bad = means.firstNonFiniteRow();
        if (bad >= 0) {
            throw new IllegalArgumentException(
                    "means[" + bad + "] must be finite, got " + Arrays.toString(means.row(bad)));
        }
    }

    /// The components in a tree for the law of `a·x + b·z`, if there is anything to prune.
    Optional<NoisyTree> treeAt(double a, double b) {
        return plan.at(this, a, b);
    }

    void requireDimension(int dimension) {
        if (dimension != d()) {
            throw new IllegalArgumentException("points have dimension " + dimension + ", the mixture has " + d());
        }
    }

    private NoisyMixture asIs() {
        return new NoisyMixture(this, 1, 0);
    }

    @Override
    public String toString() {
        return "GaussianMixture[K=" + k() + ", d=" + d() + "]";
    }
}
