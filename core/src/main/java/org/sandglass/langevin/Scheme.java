package org.sandglass.langevin;

/// How a chain moves, for a target `p^(1/τ)`, its score `s = ∇ ln p`, a step size `h` and `z ~ N(0, I)`.
public enum Scheme {
    /// `x ← x + h s(x) + √(2hτ) z`: Euler and Maruyama for the Langevin equation. Weak order 1; biased by
    /// `O(h)`.
    UNADJUSTED,
    /// `y = x + ½h s(x) + √(2hτ) z`, then `x ← y + ½h s(y)`: the noise in the middle of two half drifts.
    /// Weak order 1; biased by `O(h)`.
    MIDDLE,
    /// `y = x + h s(x) + √(2hτ) z`, accepted with the odds of Metropolis and Hastings, else `x` stays. It
    /// leaves `p^(1/τ)` invariant at any step size (Besag 1994; Roberts and Tweedie 1996).
    METROPOLIS;

    /// How many times a step asks for the score of each point.
    ///
    /// @return evaluations per step; [#METROPOLIS] needs one more at the start
    public int evaluations() {
        return switch (this) {
            case UNADJUSTED, METROPOLIS -> 1;
            case MIDDLE -> 2;
        };
    }

    /// The scheme for a chunk of chains.
    ///
    /// @param how the law and the step
    /// @param noise of these chains
    /// @param place tells which rows and steps a failure belongs to
    /// @param start where they start
    Rule rule(Langevin how, Noise noise, Place place, org.sandglass.linalg.Points start) {
        return switch (this) {
            case UNADJUSTED -> new Unadjusted(how, noise, place, start);
            case MIDDLE -> new Middle(how, noise, place, start);
            case METROPOLIS -> new Metropolis(how, noise, place, start);
        };
    }
}
