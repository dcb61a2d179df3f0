/// Noise schedules `α(t), σ(t)` and grids of times.
///
/// A [NoiseSchedule] says how data turn into noise: `xₜ = α(t) x₀ + σ(t) z` with `z ~ N(0, I)`. Time 0
/// is data and [NoiseSchedule#end()] is noise, everywhere. From `α` and `σ²` and their rates follows all
/// else: drift, diffusion, log signal-to-noise ratio, and the exact [Transition] from any time to any
/// later one.
///
/// Choosing a schedule:
///
/// | schedule | α | σ | known as |
/// |---|---|---|---|
/// | [LinearVp] | `e^(−B/2)` | `√(1 − e^(−B))` | DDPM in continuous time, VP-SDE |
/// | [CosineVp] | a cosine | `√(1 − α²)` | improved DDPM |
/// | [SubVp] | `e^(−B/2)` | `1 − e^(−B)` | sub-VP SDE |
/// | [VarianceExploding] | 1 | geometric in `t` | SMLD, VE-SDE |
/// | [Karras] | 1 | a power in `t` | VE with the ρ-spacing of EDM as its clock |
/// | [Edm] | 1 | `t` | EDM |
/// | [Flow] | `1 − u` | `u` | flow matching, rectified flow |
/// | [PowerInterpolant] | `(1 − u)ᵖ` | `u^q` | stochastic interpolants |
/// | [Ddpm] | `√ᾱ` | `√(1 − ᾱ)` | DDPM's discrete betas, joined continuously |
///
/// Other schedules come from [CustomSchedule], whose derivatives are exact by [Dual] numbers, from
/// [VariancePreserving], which needs `β` and its integral alone, or from implementing [NoiseSchedule]. A
/// [TimeGrid] lists the times at which a sampler stops on its way from noise to data. [PanelTimes]
/// chooses those that a figure shows.
///
/// All methods refuse a time outside `[0, end]`. All types are immutable and may be shared between
/// threads. The derivations are in `docs/math/schedules.md`.
package org.sandglass.schedule;
