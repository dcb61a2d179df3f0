/// Importance weights in log space and what they estimate.
///
/// Begin with [org.sandglass.importance.LogWeights], the numbers `wᵢ = ln p̃(xᵢ) − ln q(xᵢ)` of an
/// unnormalised target `p̃ = Z p` and a proposal `q`. What they say depends on whose draws the `xᵢ` are:
/// [org.sandglass.importance.FromProposal] (called *reverse* in the literature) and
/// [org.sandglass.importance.FromTarget] (*forward*). [org.sandglass.importance.Entropies] needs log
/// densities only. Every number is an [org.sandglass.metric.Estimate] with a standard error.
///
/// The definitions are those of boltzkit (`boltzkit.evaluation`) with the limits that it leaves out;
/// derivations and errors: `docs/math/weights.md`.
@NullMarked
package org.sandglass.importance;

import org.jspecify.annotations.NullMarked;
