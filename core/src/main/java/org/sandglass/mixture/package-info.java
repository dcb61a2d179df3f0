/// Gaussian mixtures as an algebra: density, score, moments, and the operations they are closed under.
///
/// Begin with [GaussianMixture], an immutable law `Σₖ wₖ N(μₖ, Σₖ)` whose [Covariance] per component keeps its
/// structure. Its closure operations each return a mixture again: [GaussianMixture#affine],
/// [GaussianMixture#convolve], [GaussianMixture#marginal], [GaussianMixture#condition],
/// [GaussianMixture#times], [GaussianMixture#power], [GaussianMixture#tilt], [GaussianMixture#merge].
/// [GaussianMixture#underNoise] gives the [NoisyMixture], the law of `a·x₀ + b·z`, which holds every exact
/// answer about one noise level: density and score of the noisy points, and the posterior of `x₀` and of `z`
/// given them. Where there are many components it evaluates those that matter at a point, unless [Pruning] is
/// switched off. [MixtureBatch] is several mixtures of one shape, evaluated side by side.
package org.sandglass.mixture;
