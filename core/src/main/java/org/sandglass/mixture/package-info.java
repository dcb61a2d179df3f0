/// Gaussian mixtures as an algebra: density, score, moments, and the operations they are closed under.
///
/// Begin with [GaussianMixture], an immutable law `Σₖ wₖ N(μₖ, Σₖ)` whose [Covariance] per component keeps its
/// structure. Its closure operations each return a mixture again: [GaussianMixture#affine],
/// [GaussianMixture#convolve], [GaussianMixture#marginal], [GaussianMixture#condition],
/// [GaussianMixture#times], [GaussianMixture#power], [GaussianMixture#tilt], [GaussianMixture#merge].
/// [GaussianMixture#underNoise] gives the [NoisyMixture], the law of `a·x₀ + b·z`, which holds every exact
/// answer about one noise level: density and score of the noisy points, and the posterior of `x₀` and of `z`
/// given them. [MixtureBatch] is several mixtures of one shape, evaluated side by side.
///
/// Inside, a law is evaluated over tiles of points by the kernel that suits its covariances
/// (`docs/decisions/0018-register-blocks.md`), and among many components over those that a tree of their means lets
/// matter (`docs/decisions/0016-pruning.md`). [SinglePrecision] does the same in floats, for screening
/// (`docs/decisions/0017-single-precision.md`).
package org.sandglass.mixture;
