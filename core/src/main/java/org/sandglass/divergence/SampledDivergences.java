package org.sandglass.divergence;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.sandglass.importance.ParetoTail;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Estimate;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;

/// Divergences between two mixtures by Monte Carlo, with `n` exact draws `x` of `p` and `n` draws `y` of `q`.
///
/// Exact log densities leave only the error of the average, which stands beside every number. All are 0
/// with error 0 for a mixture and itself. Draws come in chunks of [#CHUNK] rows that are summed in order:
/// the numbers depend on the seed and on `n`, never on threads. Costs `O(n (K + K′))` densities and
/// scores.
///
/// @param kl `KL(p‖q)`, the mean of `ln p(x) − ln q(x)`
/// @param reverseKl `KL(q‖p)`, the mean of `ln q(y) − ln p(y)`
/// @param jensenShannon `½ KL(p‖m) + ½ KL(q‖m)`, `m = ½p + ½q`; in `[0, ln 2]`
/// @param totalVariation `½ ∫ |p − q|`, the mean of `½ (1 − q/p)₊` at `x` and `½ (1 − p/q)₊` at `y`; in
///     `[0, 1]`
/// @param squaredHellinger `1 − ∫ √(p q)`, the mean of `1 − √(q/p)` at `x` and `1 − √(p/q)` at `y`; in
///     `[0, 1]`
/// @param chiSquared `χ²(p‖q) = ∫ p²/q − 1`, the mean of `p/q − 1` at `x`; may be infinite in truth
/// @param chiSquaredTail the Pareto shape `k̂` of `p/q` at `x`: above 0.7 neither [#chiSquared] nor its
///     error can be trusted, above 1 it is infinite
/// @param entropy `−∫ p ln p`, the mean of `−ln p(x)`
/// @param fisher `E_p ‖∇ln p − ∇ln q‖²`
public record SampledDivergences(
        Estimate kl,
        Estimate reverseKl,
        Estimate jensenShannon,
        Estimate totalVariation,
        Estimate squaredHellinger,
        Estimate chiSquared,
        OptionalDouble chiSquaredTail,
        Estimate entropy,
        Estimate fisher) {
    /// How many rows are drawn at a time. Part of the definition: sums are taken chunk by chunk.
    public static final int CHUNK = 4096;

    private static final int COLUMNS = 8;

    /// Draws and averages.
    ///
    /// @param p a mixture with a density
    /// @param q another of the same dimension
    /// @param n how many draws of each, `≥ 2`
    /// @param streams where the draws come from: rows `[0, n)` of `p`, rows `[n, 2n)` of `q`
    /// @param loop runs the chunks, on any threads
    /// @return all estimates
    /// @throws IllegalArgumentException if dimensions differ, a component is an exact point, or `n < 2`
    public static SampledDivergences of(GaussianMixture p, GaussianMixture q, int n, RandomStreams streams, Loop loop) {
        Components.requireDensities(p, q);
        if (n < 2) {
            throw new IllegalArgumentException("Monte Carlo needs at least 2 draws, got " + n);
        }
        Spread[][] chunks = new Spread[(n + CHUNK - 1) / CHUNK][];
        double[] logRatios = new double[n];
        loop.forEach(chunks.length, c -> {
            int from = c * CHUNK;
            int size = Math.min(CHUNK, n - from);
            chunks[c] = chunk(
                    p, q, p.sample(from, size, streams), q.sample((long) n + from, size, streams), logRatios, from);
        });
        Estimate[] means = new Estimate[COLUMNS];
        Arrays.setAll(means, j -> Spread.merged(chunks, j).mean());
        return new SampledDivergences(
                means[0],
                means[1],
                means[2],
                means[3],
                means[4],
                means[5],
                ParetoTail.shape(logRatios),
                means[7],
                means[6]);
    }

    private static Spread[] chunk(
            GaussianMixture p, GaussianMixture q, Points x, Points y, double[] logRatios, int from) {
        double[] logP = p.logDensity(x);
        double[] atX = differences(q.logDensity(x), logP);
        double[] atY = differences(p.logDensity(y), q.logDensity(y));
        double[] scores = squaredDistances(p.score(x), q.score(x));
        double[][] columns = new double[COLUMNS][x.n()];
        for (int i = 0; i < x.n(); i++) {
            logRatios[from + i] = -atX[i];
            columns[0][i] = -atX[i];
            columns[1][i] = -atY[i];
            columns[2][i] = (Logs.half(atX[i]) + Logs.half(atY[i])) / 2;
            columns[3][i] = (missing(atX[i]) + missing(atY[i])) / 2;
            columns[4][i] = -(Math.expm1(atX[i] / 2) + Math.expm1(atY[i] / 2)) / 2;
            columns[5][i] = Math.expm1(-atX[i]);
            columns[6][i] = scores[i];
            columns[7][i] = -logP[i];
        }
        return Arrays.stream(columns).map(Spread::of).toArray(Spread[]::new);
    }

    /// `(1 − e^δ)₊`.
    private static double missing(double delta) {
        return delta < 0 ? -Math.expm1(delta) : 0;
    }

    private static double[] differences(double[] a, double[] b) {
        double[] out = a.clone();
        Arrays.setAll(out, i -> a[i] - b[i]);
        return out;
    }

    private static double[] squaredDistances(Points s, Points t) {
        double[] out = new double[s.n()];
        for (int i = 0; i < s.data().length; i++) {
            double gap = s.data()[i] - t.data()[i];
            out[i / s.d()] += gap * gap;
        }
        return out;
    }
}
