package org.sandglass.mixture;

import java.util.Optional;
import org.sandglass.arrayops.ArrayMath;

/// The arithmetic of one law over a [Tile], in the form that its covariances allow; its parameters are computed
/// once, for all points and threads.
///
/// Terms are logarithms to base 2, whose exponentials are cheaper ([ArrayMath#exp2(double)]).
sealed interface BlockKernel permits SharedIsotropic, AxisAligned, Rotated, AnyStructure {
    /// `log₂ e`.
    double LOG2_E = ArrayMath.LN2_INVERSE;

    /// The kernel for a law.
    static BlockKernel of(NoisyMixture law) {
        Optional<SharedIsotropic> shared = SharedIsotropic.of(law);
        if (shared.isPresent()) {
            return shared.get();
        }
        boolean turned = law.prior().shared().kinds().stream().anyMatch(Spectral.class::isInstance);
        return Gains.of(law)
                .<BlockKernel>map(gains -> turned ? new Rotated(law, gains) : new AxisAligned(law, gains))
                .orElseGet(() -> new AnyStructure(law));
    }

    /// Whether sums of squares divided by the square of this standard deviation are as good as sums of squared
    /// quotients: neither overflows nor vanishes where the other would not.
    static boolean moderate(double std) {
        return std >= 0x1p-400 && std <= 0x1p400;
    }

    /// Turns sums of squares into terms: `t[k−from][i] = fma(scale, t[k−from][i], constants[k])`.
    static void toTerms(double scale, double[] constants, int from, int to, double[] t, int tFrom, int lanes) {
        for (int k = from; k < to; k++) {
            toTerms(scale, constants[k], t, tFrom + (k - from) * lanes, tFrom + (k - from + 1) * lanes);
        }
    }

    private static void toTerms(double scale, double constant, double[] t, int from, int to) {
        for (int at = from; at < to; at++) {
            t[at] = Math.fma(scale, t[at], constant);
        }
    }

    /// How many components make a block.
    int blockSize();

    /// Writes the terms of components `[from, to)` to rows of `tile.terms`, from row `row` on.
    void terms(Tile tile, int from, int to, int row);

    /// Adds what components `[from, to)`, whose weights are in the rows of `tile.terms` from `row` on, contribute
    /// to the sums for the score and the posterior mean, whichever is asked for. No other terms have been asked
    /// for since theirs were.
    void add(Tile tile, int from, int to, int row, Outputs wanted);

    /// Turns the sums into `−Σ 2^(term−max) Cₖ⁻¹(x − aμₖ)` and `Σ 2^(term−max) E[x₀ | x, k]`.
    void settle(Tile tile, Outputs wanted);
}
