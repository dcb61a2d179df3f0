package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// Divergences of histograms of the points from the exact masses of the bins, as the mean over the
/// coordinates, or over the planes of neighbouring coordinates `(1, 2), (2, 3), …`. No reference draws.
///
/// | name | what |
/// |---|---|
/// | `histogram-tv`, `histogram-2d-tv` | `½ Σ abs(f − p)` |
/// | `histogram-jsd`, `histogram-2d-jsd` | Jensen and Shannon's, in nats |
/// | `histogram-kl`, `histogram-2d-kl` | `Σ f ln(f/p)`, of the points from the exact law, in nats |
///
/// `f` is the share of points in a bin and `p` its exact mass, `Σₖ wₖ (Φ(b) − Φ(a))` or the product of
/// two such differences, in logarithms, to about 13 digits also in the tails. Between the least `μₖ −
/// 4sₖ` and the greatest `μₖ + 4sₖ` there are 100 equal bins, in the plane 20 × 20, or as many as told;
/// one open bin on either side takes the rest. So both laws sum to 1 and nothing is dropped. All are
/// finite: `p > 0`. The converse `Σ p ln(p/f)` is infinite if a bin is empty, and not offered.
///
/// Exact draws do not score 0: `histogram-kl` about `(B − 1)/(2n)` for `B` bins of many points. The
/// standard error is that of the first-order term; for exact draws it overstates up to twofold, but in a
/// plane where most bins have one point or none it understates by a third. Costs `O(d (n + BK))`.
///
/// In the plane a component whose axes are not those of the coordinates takes an integral for its masses
/// ([TiltedGaussian]), to 1e-14 of the whole; below 1e-300 they count as 0, and points there give ∞.
///
/// @param divergence how the shares are compared
/// @param axes 1 for coordinates, 2 for planes
/// @param bins inner bins on each axis, `≥ 1`
public record HistogramMetric(Divergence divergence, int axes, int bins) implements Metric {
    /// How far `f` is from `p`.
    public enum Divergence {
        /// `½ Σ |f − p|`, in `[0, 1]`.
        TOTAL_VARIATION,
        /// `½ Σ f ln(f/m) + ½ Σ p ln(p/m)` with `m = (f + p)/2`, in `[0, ln 2]`: finite whatever is
        /// empty.
        JENSEN_SHANNON,
        /// `Σ f ln(f/p)`, of the points from the exact law: finite where bins are empty of points. The
        /// other direction, `Σ p ln(p/f)`, is infinite as soon as one bin is.
        KULLBACK_LEIBLER
    }

    private static final int[] USUAL = {0, 100, 20};
    private static final int MOST = 2000;

    static HistogramMetric ofCoordinates(Divergence divergence) {
        return new HistogramMetric(divergence, 1, USUAL[1]);
    }

    static HistogramMetric ofPlanes(Divergence divergence) {
        return new HistogramMetric(divergence, 2, USUAL[2]);
    }

    @Override
    public String name() {
        String word = switch (divergence) {
            case TOTAL_VARIATION -> "tv";
            case JENSEN_SHANNON -> "jsd";
            case KULLBACK_LEIBLER -> "kl";
        };
        return (axes == 1 ? "histogram-" : "histogram-2d-") + word + (bins == USUAL[axes] ? "" : ":" + bins);
    }

    @Override
    public String summary() {
        String word = switch (divergence) {
            case TOTAL_VARIATION -> "total variation";
            case JENSEN_SHANNON -> "Jensen-Shannon divergence";
            case KULLBACK_LEIBLER -> "Kullback-Leibler divergence";
        };
        return word + " of histograms from exact bin masses, mean over "
                + (axes == 1 ? "coordinates" : "planes of neighbouring coordinates");
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return axes == 1 ? Needs.mixture(reference) : Needs.mixture(reference).or(() -> Needs.twoDimensions(reference));
    }

    @Override
    public Optional<Metric> with(int number) {
        return number < 1 || number > MOST
                ? Optional.empty()
                : Optional.of(new HistogramMetric(divergence, axes, number));
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        int views = axes == 1 ? x.d() : x.d() - 1;
        double[] values = new double[views];
        double[][] terms = new double[views][];
        reference.loop().forEach(views, j -> {
            terms[j] = new double[x.n()];
            values[j] = view(x, j, reference.mixture(), terms[j]);
        });
        double[] mean = new double[x.n()];
        for (double[] view : terms) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += view[i] / views;
            }
        }
        return new Estimate(Estimate.mean(values), Estimate.errorOfMean(mean));
    }

    /// The divergence of one histogram; the first-order term of every point goes to `terms`.
    private double view(Points x, int j, GaussianMixture mixture, double[] terms) {
        GaussianMixture line = mixture.marginal(j);
        Bins first = Bins.around(line, bins);
        int[] binOf = binsOf(x, j, first);
        double[] logP;
        if (axes == 1) {
            logP = first.logMasses(line);
        } else {
            Bins second = Bins.around(mixture.marginal(j + 1), bins);
            int[] other = binsOf(x, j + 1, second);
            Arrays.setAll(binOf, i -> binOf[i] * second.count() + other[i]);
            logP = PlaneMasses.of(mixture.marginal(j, j + 1), first, second);
        }
        double[] f = BinShares.shares(binOf, logP.length);
        double[] slopes = BinShares.slopes(divergence, f, logP);
        Arrays.setAll(terms, i -> slopes[binOf[i]]);
        return BinShares.value(divergence, f, logP);
    }

    private static int[] binsOf(Points x, int j, Bins bins) {
        int[] out = new int[x.n()];
        Arrays.setAll(out, i -> bins.of(x.get(i, j)));
        return out;
    }
}
