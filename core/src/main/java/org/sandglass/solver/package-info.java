/// The published rules for a step of the reverse process, each one small class.
///
/// | step | order | evaluations | noise | use |
/// |---|---|---|---|---|
/// | [ExactKernel] | exact | 1 | yes | the reference: any grid, even one step |
/// | [EulerMaruyama] | 1 weak | 1 | yes | the reverse SDE as Song et al. (2021) solve it |
/// | [Euler] | 1 | 1 | no | the probability flow, plainly |
/// | [Heun] | 2 | 2 | no | the probability flow as Karras et al. (2022) solve it |
/// | [Ddim] | 1 | 1 | no, or `η` | exact for a point mass; few steps (Song, Meng and Ermon 2021) |
/// | [DpmSolverPlusPlus2M] | 2 | 1 | no | looks one prediction back (Lu et al. 2022b) |
/// | [DpmSolverPlusPlus3M] | 3 | 1 | no | looks two back; as published 2 |
/// | [Deis] | 1 to 4 | 1 | no | polynomials in time or noise level (Zhang and Chen 2022) |
/// | [UniPc] | 1 to 4 | 1 | no | predictor and corrector (Zhao et al. 2023) |
/// | [Plms] | 2 | 1 | no | Adams and Bashforth in DDIM (Liu et al. 2022) |
///
/// Rules that look back have the order shown when they are started by a rule that is accurate enough; the
/// published [WarmUp] leaves 2 at most, 3 with a corrector.
package org.sandglass.solver;
