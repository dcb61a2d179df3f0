/// Closed forms, bounds and Monte Carlo for distances between two mixtures.
///
/// [org.sandglass.divergence.Gaussians] holds what is exact between two Gaussians. Between mixtures, few
/// distances have a closed form ([org.sandglass.divergence.Overlaps]); for the others there are intervals
/// that surely hold the truth ([org.sandglass.divergence.EntropyBounds],
/// [org.sandglass.divergence.KlBounds], [org.sandglass.divergence.WassersteinBounds]) and estimates with
/// standard errors ([org.sandglass.divergence.SampledDivergences]). Derivations and sources:
/// `docs/math/bounds.md`.
@NullMarked
package org.sandglass.divergence;

import org.jspecify.annotations.NullMarked;
