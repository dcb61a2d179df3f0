/// The published rules for a step of the reverse process, each one small class.
///
/// | step | order | evaluations | noise | use |
/// |---|---|---|---|---|
/// | [ExactKernel] | exact | 1 | yes | the reference: any grid, even one step |
/// | [EulerMaruyama] | 1 weak | 1 | yes | the reverse SDE as Song et al. (2021) solve it |
/// | [Euler] | 1 | 1 | no | the probability flow, plainly |
/// | [Heun] | 2 | 2 | no | the probability flow as Karras et al. (2022) solve it |
/// | [Ddim] | 1 | 1 | no, or `η` | exact for a point mass; few steps (Song, Meng and Ermon 2021) |
/// | [AdaptiveOde] | 5 | 6, its own number of steps | no | the probability flow to a tolerance (Dormand and Prince
/// 1980) |
package org.sandglass.solver;
