/// Discretised reverse processes that carry points from noise to data.
///
/// A [Sampler] is a [Step] and a [org.sandglass.schedule.TimeGrid]; it asks the denoiser once per step and
/// applies the [Move] to fixed chunks of points that own their random streams, so any number of [Workers] gives
/// the same bytes. First steps: [EulerMaruyama], [Euler], [Heun], [Ddim] and [ExactKernel], which has no
/// discretisation error at any number of steps. [Start] draws the points to start from. [ForwardProcess]
/// simulates data to noise, exactly; [Simulation] integrates drift and diffusion functions of your own.
///
/// # Choosing
///
/// | step | order | evaluations | noise | use |
/// |---|---|---|---|---|
/// | [ExactKernel] | exact | 1 | yes | the reference: any grid, even one step |
/// | [EulerMaruyama] | 1 weak | 1 | yes | the reverse SDE as Song et al. (2021) solve it |
/// | [Euler] | 1 | 1 | no | the probability flow, plainly |
/// | [Heun] | 2 | 2 | no | the probability flow as Karras et al. (2022) solve it |
/// | [Ddim] | 1 | 1 | no, or `η` | exact for a point mass; few steps (Song, Meng and Ermon 2021) |
package org.sandglass.sampler;
