/// Exact marginals, posteriors, transition and reverse kernels of a mixture under a schedule.
///
/// [DiffusedMixture] joins a mixture and a schedule: its marginals `pₜ`, its probability-flow velocity, the
/// posterior `p(x₀|xₜ)` and the exact reverse kernel `p(xₛ|xₜ)`, each a mixture again. [Bridge] is the process
/// pinned at two points. [DiffusedBatch] evaluates several mixtures side by side, at one time, one per
/// mixture, or one per point ([Times]).
package org.sandglass.diffusion;
