/// Is this sampler right? A black box in, verdicts out, each with a sentence that says what is wrong.
///
/// [SamplerConformance] judges a [BlackBox], a function from noise and a denoiser to samples, on a
/// [Problem]: a mixture, a process and a number of steps; [Claims] say what its author promises. Three
/// kinds of evidence make a [Verdict]:
///
/// - what comes out, against the exact law: marginals, mode masses, the law on one Gaussian, the order of
///   the error;
/// - what the black box asks the denoiser, and when: its grid, its evaluations, where it starts and ends;
/// - what a step does with the answers. The kit answers as a Gaussian would whose mean it moves from call
///   to call, so the response of every state to every answer is known exactly; it is compared with the
///   rules of `org.sandglass.solver` and with known faults.
///
/// What is checked, with the odds of a false alarm: `docs/conformance.md`.
package org.sandglass.conformance;
