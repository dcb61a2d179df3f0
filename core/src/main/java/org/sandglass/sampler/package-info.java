/// Discretised reverse processes that carry points from noise to data.
///
/// A [Sampler] is a [Step] and a [org.sandglass.schedule.TimeGrid]; it asks the denoiser once per step and
/// applies the [Move] to fixed chunks of points that own their random streams, so any number of [Workers] gives
/// the same bytes. Most rules are [OneStep]s; others look back, through the [Memory] that each chunk carries along. The
/// published rules are in `org.sandglass.solver`. [Start] draws the points to start from. [ForwardProcess]
/// simulates data to noise, exactly; [Simulation] integrates drift and diffusion functions of your own.
package org.sandglass.sampler;
