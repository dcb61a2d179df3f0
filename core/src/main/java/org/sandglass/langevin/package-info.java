/// Langevin dynamics on a mixture: unadjusted, middle, and Metropolis-adjusted.
///
/// [Langevin] is a law, a [Scheme] and a step size; it carries points through any number of steps and
/// returns [Chains]: the states that were asked for, and how often each chain accepted. The law may be a
/// mixture or any noisy version of one, since both are a [org.sandglass.mixture.NoisyMixture]. Each chain
/// depends on the streams and its own number alone, not on how many run beside it, on threads, or on how
/// many steps will follow.
///
/// # Choosing
///
/// | scheme | evaluations | stationary variance for `N(0, v)`, `ε = h/v` | use |
/// |---|---|---|---|
/// | [Scheme#UNADJUSTED] | 1 | `v / (1 − ε/2)` | as published samplers do it; biased by the step |
/// | [Scheme#MIDDLE] | 2 | `v · 2a² / ((1 + a²)(1 − ε/4))`, `a = 1 − ε/2` | half the bias, for twice the work |
/// | [Scheme#METROPOLIS] | 1 | `v` | no bias at any step size, but a long step is seldom accepted |
///
/// None of them finds a far mode in sensible time: that is what the exact draws of a mixture are good for.
package org.sandglass.langevin;
