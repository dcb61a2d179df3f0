package org.sandglass.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;

/// The maximum mean discrepancy to the mixture itself, with a Gaussian kernel of standard deviation `s`:
/// what concerns `Y` is in closed form, only the points are a sample.
///
/// `a(x) = E k(x, Y) = (2πs²)^(d/2) q(x)` and `B = E k(Y, Y′) = (2πs²)^(d/2) Σₗ wₗ qₗ(μₗ)`, where `q` is
/// the density of `Y + s z` and `qₗ` that with `Σₗ` added to every covariance. So `MMD²` is the
/// U-statistic of `k(x, x′) − a(x) − a(x′) + B`: unbiased, 0 on average for exact draws. `s` is the
/// median distance of pairs of the first thousand draws of the reference, the same for the points and
/// their floor; NaN where it is 0, since most draws are one point.
///
/// More than 1000 points are cut into blocks of at most as many, whose mean is the answer. Where `B`
/// would take more than some ten seconds, it is the mean of `a` over the draws, with an error of its own
/// that is counted. Costs the density of `n` points, and `O(n min(n, 1000) d)`.
///
/// @param form the square itself (`mmd2-exact`), or its root where it is positive (`mmd-exact`)
public record MmdExact(Form form) implements Metric {
    /// What is reported.
    public enum Form {
        /// `MMD²`, which may be negative.
        SQUARE,
        /// `√max(0, MMD²)`.
        ROOT
    }

    @Override
    public String name() {
        return form == Form.SQUARE ? "mmd2-exact" : "mmd-exact";
    }

    @Override
    public String summary() {
        return (form == Form.SQUARE ? "squared MMD" : "MMD")
                + " to the mixture itself in closed form, Gaussian of median bandwidth";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.mixture(reference).or(() -> Needs.pairs(reference));
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        double s = MedianDistance.of(reference.draws());
        Estimate square = s > 0 ? square(x, s, reference) : new Estimate(Double.NaN, Double.NaN);
        return form == Form.SQUARE ? square : square.root();
    }

    /// `MMD²` for a given `s`.
    static Estimate square(Points x, double s, Reference reference) {
        GaussianMixture mixture = reference.mixture();
        Kernel kernel = Kernel.Gaussians.ofBandwidth(s);
        double[] a = means(mixture, s, x);
        Estimate b = ExactPairs.affordable(mixture)
                ? new Estimate(within(mixture, s), 0)
                : Estimate.ofMean(means(mixture, s, reference.draws()));
        return PairBlocks.of(x.n(), reference.loop(), (i, l) -> kernel.of(x, i, x, l) - a[i] - a[l])
                .plus(b);
    }

    /// `E k(xᵢ, Y)`.
    static double[] means(GaussianMixture mixture, double s, Points x) {
        double[] out = mixture.underNoise(1, s).logDensity(x);
        double log = mixture.d() * (Math.log(2 * Math.PI) / 2 + Math.log(s));
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.exp(out[i] + log);
        }
        return out;
    }

    /// `E k(Y, Y′)`, component by component; those of one covariance go together.
    static double within(GaussianMixture mixture, double s) {
        double[] weights = mixture.weights();
        double sum = 0;
        for (Map.Entry<Covariance, List<Integer>> group : byCovariance(mixture).entrySet()) {
            int[] members = group.getValue().stream().mapToInt(k -> k).toArray();
            double[] means = means(mixture.convolve(group.getKey()), s, rows(mixture.means(), members));
            for (int i = 0; i < members.length; i++) {
                sum += weights[members[i]] * means[i];
            }
        }
        return sum;
    }

    private static SequencedMap<Covariance, List<Integer>> byCovariance(GaussianMixture mixture) {
        SequencedMap<Covariance, List<Integer>> groups = new LinkedHashMap<>();
        for (int k = 0; k < mixture.k(); k++) {
            groups.computeIfAbsent(mixture.covariance(k), _ -> new ArrayList<>())
                    .add(k);
        }
        return groups;
    }

    private static Points rows(Points points, int... rows) {
        double[][] out = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            out[i] = points.row(rows[i]);
        }
        return Points.of(out);
    }
}
