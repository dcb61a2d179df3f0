/// The published rules for a step of the reverse process, each one small class.
///
/// | step | order | evaluations | noise | use |
/// |---|---|---|---|---|
/// | [ExactKernel] | exact | 1 | yes | the reference: any grid, even one step |
/// | [EulerMaruyama] | 1 weak | 1 | yes | the reverse family, `ξ`, as Song et al. (2021) solve it |
/// | [LangevinFlow] | 1 weak | 1 | `ν` | the flow with Langevin noise of constant size, from the very end |
/// | [Euler] | 1 | 1 | no | the probability flow, plainly |
/// | [Heun] | 2 | 2 | no | the probability flow as Karras et al. (2022) solve it |
/// | [Midpoint] | 2 | 2 | no | the probability flow without a look at the last time |
/// | [Rk4] | 4 | 4 | no | the probability flow on smooth grids, to many digits |
/// | [Strang] | 2 | 2 | no | the probability flow, its linear part split off |
/// | [ExponentialEuler] | 1 | 1 | no | the deterministic [Ddim] under its other name |
/// | [DpmSolver1] | 1 | 1 | no | the same in the noise (Lu et al. 2022) |
/// | [DpmSolver2] | 2 | 2 | no | exponential midpoint in the noise (Lu et al. 2022) |
/// | [DpmSolver3] | 3 | 3 | no | exponential rule of order 3 in the noise (Lu et al. 2022) |
/// | [DpmSolverPlusPlus1] | 1 | 1 | no | the same as exponential Euler (Lu et al. 2022, DPM-Solver++) |
/// | [DpmSolverPlusPlus2S] | 2 | 2 | no | exponential midpoint in the data (Lu et al. 2022, DPM-Solver++) |
/// | [Churn] | its rule's | its rule's | yes | noise before each step of another rule (Karras et al. 2022) |
/// | [Ddim] | 1 | 1 | no, or `η` | exact for a point mass; few steps (Song, Meng and Ermon 2021) |
/// | [AdaptiveOde] | 5 | counted | no | the probability flow to a tolerance (Dormand and Prince 1980) |
/// | [Ddpm] | 1 weak, 2 with the full optimum | 1, or 2 | yes | ancestral, five variances (Ho et al. 2020) |
/// | [SdeDpmSolverPlusPlus1] | 1 weak | 1 | yes | the same as `Ddim(1)` (Lu et al. 2022b) |
/// | [SdeDpmSolverPlusPlus2M] | 1 weak | 1 | yes | the reverse SDE in few steps (Lu et al. 2022b) |
/// | [Seeds1], [Seeds2] | 1, 2 weak | 1, 2 | yes | the same, noise predicted (Gonzalez et al. 2023) |
/// | [SaSolver] | 1 weak, or 1–3 of the flow | 1 | `τ` | stochastic Adams rules, any noise scale (Xue et al. 2023) |
/// | [Restart] | the inner rule's | more | yes | forgets errors of an inner rule (Xu et al. 2023) |
/// | [AdaptiveSde] | 1 weak | counted | yes | steps by tolerance (Jolicoeur-Martineau et al. 2021) |
/// | [PredictorCorrector] | the predictor's | more | yes | Langevin corrections (Song et al. 2021) |
/// | [DpmSolverPlusPlus2M] | 2 | 1 | no | looks one prediction back (Lu et al. 2022b) |
/// | [DpmSolverPlusPlus3M] | 3 | 1 | no | looks two back; as published 2 |
/// | [Deis] | 1 to 4 | 1 | no | polynomials in time or noise level (Zhang and Chen 2022) |
/// | [UniPc] | 1 to 4 | 1 | no | predictor and corrector (Zhao et al. 2023) |
/// | [Plms] | 2 | 1 | no | Adams and Bashforth in DDIM (Liu et al. 2022) |
///
/// Rules that look back have the order shown when they are started by a rule that is accurate enough;
/// the published [WarmUp] leaves 2 at most, 3 with a corrector.
package org.sandglass.solver;
