package org.sandglass.conformance;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;

/// One run of a black box.
///
/// @param law the mixture and the schedule, for samplers that evaluate by themselves; the denoiser need not
///     be exact for it
/// @param denoiser what the sampler may ask
/// @param noise n × d points at the first time, read only
/// @param steps how many steps to take
/// @param seed of all randomness
public record Job(DiffusedMixture law, Denoiser denoiser, Points noise, int steps, long seed) {}
