package org.sandglass.schedule;

import java.util.stream.IntStream;

/// The noise levels on which improved DDPM was trained, as in table 1 of Karras et al. 2022: `u_M = 0` and
/// `u_{j−1} = √((u_j² + 1)/max(ᾱ_{j−1}/ᾱ_j, c₁) − 1)` with `ᾱ_j = sin²(½π j/(M(1 + c₂)))`, for `j = M … 1`.
/// The greatest level is `u₀`; a grid uses `u_k` from `k = j₀` on, with falling levels.
///
/// @param count the number `M ≥ 2` of levels above 0
/// @param leastRatio the bound `c₁ > 0` on the ratio of two steps
/// @param offset the offset `c₂ ≥ 0` of the cosine
/// @param skip the number `j₀` of greatest levels to leave out, `0 ≤ j₀ < M`
public record IddpmLevels(int count, double leastRatio, double offset, int skip) {
    /// Checks the four numbers.
    public IddpmLevels {
        Checks.that(count >= 2, "IddpmLevels needs count >= 2", "count=" + count);
        Checks.that(
                leastRatio > 0 && leastRatio < 1, "IddpmLevels needs 0 < leastRatio < 1", "leastRatio=" + leastRatio);
        Checks.that(
                offset >= 0 && Double.isFinite(offset), "IddpmLevels needs a finite offset >= 0", "offset=" + offset);
        Checks.that(skip >= 0 && skip < count, "IddpmLevels needs 0 <= skip < count", "skip=" + skip);
    }

    /// The numbers of the paper.
    ///
    /// @return `M = 1000`, `c₁ = 0.001`, `c₂ = 0.008`, `j₀ = 8`
    public static IddpmLevels standard() {
        return new IddpmLevels(1000, 0.001, 0.008, 8);
    }

    /// All levels, by the recursion in the form `u_{j−1}² = (u_j² + 1 − r)/r`, in which nothing cancels.
    ///
    /// @return `u₀ > u₁ > … > u_M = 0`, a new array
    public double[] levels() {
        double[] u = new double[count + 1];
        for (int j = count; j > 0; j--) {
            double ratio = Math.max(ratio(j), leastRatio);
            u[j - 1] = Math.sqrt((u[j] * u[j] + Math.min(shortfall(j), 1 - leastRatio)) / ratio);
        }
        return u;
    }

    /// `−ln u_k` for `k` from `skip` below `count`, as far as at least `least` and below `greatest`: what a
    /// schedule with these log signal-to-noise ratios at its ends reaches after time 0.
    double[] logSnrsWithin(double least, double greatest) {
        double[] u = levels();
        return IntStream.range(skip, count)
                .mapToDouble(k -> -Math.log(u[k]))
                .filter(lambda -> lambda >= least && lambda < greatest)
                .toArray();
    }

    /// `ᾱ_{j−1}/ᾱ_j`.
    private double ratio(int j) {
        double ratio = Math.sin(angle(j - 1)) / Math.sin(angle(j));
        return ratio * ratio;
    }

    /// `1 − ᾱ_{j−1}/ᾱ_j`, by `sin² a − sin² b = sin(a − b) sin(a + b)`.
    private double shortfall(int j) {
        double later = Math.sin(angle(j));
        return Math.sin(angle(1)) / later * (Math.sin(angle(2.0 * j - 1)) / later);
    }

    private double angle(double steps) {
        return Math.PI / 2 * steps / (count * (1 + offset));
    }
}
