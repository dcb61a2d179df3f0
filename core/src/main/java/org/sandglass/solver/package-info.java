/// The published rules for a step of the reverse process, each one small class.
///
/// | step | order | evaluations | noise | use |
/// |---|---|---|---|---|
/// | [ExactKernel] | exact | 1 | yes | the reference: any grid, even one step |
/// | [EulerMaruyama] | 1 weak | 1 | yes | the reverse family, `ξ`, as Song et al. (2021) solve it |
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
/// | [Ddpm] | 1 weak, 2 with the full optimum | 1, or 2 | yes | ancestral, five variances (Ho, Jain and Abbeel 2020;
/// Bao et al. 2022) |
/// | [SdeDpmSolverPlusPlus1] | 1 weak | 1 | yes | the same as `Ddim(1)` (Lu et al. 2022b) |
/// | [SdeDpmSolverPlusPlus2M] | 2 weak | 1 | yes | the reverse SDE in few steps (Lu et al. 2022b) |
/// | [Seeds1], [Seeds2] | 1, 2 weak | 1, 2 | yes | the same, noise predicted (Gonzalez et al. 2023) |
/// | [SaSolver] | 2 weak, or 1–3 of the flow | 1 | `τ` | stochastic Adams rules, any noise scale (Xue et al. 2023) |
/// | [Restart] | the inner rule's | more | yes | forgets errors of an inner rule (Xu et al. 2023) |
/// | [AdaptiveSde] | 1 weak | counted | yes | steps by tolerance (Jolicoeur-Martineau et al. 2021) |
/// | [PredictorCorrector] | the predictor's | more | yes | Langevin corrections (Song et al. 2021) |
package org.sandglass.solver;
