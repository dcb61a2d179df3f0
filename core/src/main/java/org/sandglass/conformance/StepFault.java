package org.sandglass.conformance;

/// Known faults of a step with one evaluation, each as the step that it makes.
///
/// The first are variants of Euler's step of the reverse process, `x + (κ g² ∇ln p − f x) h` with `κ = 1`
/// for the SDE and `½` for the probability flow, the others of DDIM, `αₛ x̂₀ + σₛ ε̂`.
enum StepFault {
    NO_DRIFT("the drift misses α̇/α: the term −f x is not there"),
    DRIFT_SIGN("the drift α̇/α enters with the wrong sign"),
    VP_DRIFT("the drift is that of a variance preserving process, ½ g² x in place of −f x"),
    SCORE_SIGN("the score, or the noise prediction, enters with the wrong sign"),
    UNIT_DIFFUSION("g is taken to be 1, where g² = dσ²/dt − 2 f σ²"),
    DIFFUSION_NOT_SQUARED("the score is multiplied by g in place of g²"),
    DOUBLE_SCORE("the score enters twice as strongly as it should"),
    HALF_SCORE("the score enters half as strongly as it should"),
    NO_ALPHA_AT_END("x̂₀ is not multiplied by α at the end of the step"),
    NO_ALPHA_AT_BEGINNING("the noise is read off as (x − x̂₀)/σ, without α"),
    NO_ALPHA("α is missing, at both ends of the step"),
    NOISE_SIGN("the noise prediction enters with the wrong sign"),
    SIGMA_NOT_RENEWED("the noise keeps the level of the beginning of the step");

    private final String sentence;

    StepFault(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /// Whether there is one for the SDE and one for the probability flow.
    boolean isOfEuler() {
        return switch (this) {
            case NO_DRIFT,
                    DRIFT_SIGN,
                    VP_DRIFT,
                    SCORE_SIGN,
                    UNIT_DIFFUSION,
                    DIFFUSION_NOT_SQUARED,
                    DOUBLE_SCORE,
                    HALF_SCORE -> true;
            case NO_ALPHA_AT_END, NO_ALPHA_AT_BEGINNING, NO_ALPHA, NOISE_SIGN, SIGMA_NOT_RENEWED -> false;
        };
    }

    /// The faulty step.
    ///
    /// @param kappa 1 or ½; the same step where the fault is one of DDIM
    StepMap map(Levels l, double kappa) {
        return switch (this) {
            case NO_DRIFT -> euler(l, 0, kappa * l.g2());
            case DRIFT_SIGN -> euler(l, -l.f(), kappa * l.g2());
            case VP_DRIFT -> euler(l, -0.5 * l.g2(), kappa * l.g2());
            case SCORE_SIGN -> euler(l, l.f(), -kappa * l.g2());
            case UNIT_DIFFUSION -> euler(l, l.f(), kappa);
            case DIFFUSION_NOT_SQUARED -> euler(l, l.f(), kappa * Math.sqrt(l.g2()));
            case DOUBLE_SCORE -> euler(l, l.f(), 2 * kappa * l.g2());
            case HALF_SCORE -> euler(l, l.f(), 0.5 * kappa * l.g2());
            case NO_ALPHA_AT_END -> ddim(l.alphaT(), 1, l.sigmaS() / l.sigmaT());
            case NO_ALPHA_AT_BEGINNING -> ddim(1, l.alphaS(), l.sigmaS() / l.sigmaT());
            case NO_ALPHA -> ddim(1, 1, l.sigmaS() / l.sigmaT());
            case NOISE_SIGN -> ddim(l.alphaT(), l.alphaS(), -l.sigmaS() / l.sigmaT());
            case SIGMA_NOT_RENEWED -> ddim(l.alphaT(), l.alphaS(), 1);
        };
    }

    /// `x − f h x + strength · h · (α x̂₀ − x)/σ²`.
    private static StepMap euler(Levels l, double f, double strength) {
        double pull = strength * l.h() / l.sigmaT() / l.sigmaT();
        return new StepMap(1 - f * l.h() - pull, pull * l.alphaT(), 0);
    }

    /// `αₛ x̂₀ + r (x − αₜ x̂₀)`.
    private static StepMap ddim(double alphaT, double alphaS, double ratio) {
        return new StepMap(ratio, alphaS - alphaT * ratio, 0);
    }
}
