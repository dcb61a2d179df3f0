package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.histogram.BinRange;
import org.sandglass.histogram.BinnedDistance;
import org.sandglass.histogram.Bins;
import org.sandglass.histogram.Histogram;
import org.sandglass.linalg.Points;

/// How far the energies `u = −ln p(x)` of the points are from those of as many exact draws, by histograms of
/// 100 bins.
///
/// Both share their bins: from the lower of the two 1 % quantiles to the higher of the two 99 % quantiles, each
/// pair widened by half of its distance on both sides (boltzkit's default, with one range in place of two).
/// Energies outside are dropped. No epsilon: an empty bin counts `0 ln 0 = 0`. (The divergence of Kullback and
/// Leibler is left out: some bin is always empty on one side alone, and it is infinite.) Sees whether points are
/// as probable as they should be, not where they are: a missing mode of average energy leaves no trace. Costs two
/// evaluations of the density.
///
/// @param kind which distance
public record EnergyHistogram(Kind kind) implements Metric {
    private static final int BINS = 100;

    /// A distance between histograms.
    public enum Kind {
        /// `½ Σ |f − g|`.
        TOTAL_VARIATION,
        /// `½ KL(f‖m) + ½ KL(g‖m)`, `m = ½f + ½g`, in nats.
        JENSEN_SHANNON
    }

    @Override
    public String name() {
        return switch (kind) {
            case TOTAL_VARIATION -> "energy-tv";
            case JENSEN_SHANNON -> "energy-jsd";
        };
    }

    @Override
    public String summary() {
        String what = switch (kind) {
            case TOTAL_VARIATION -> "total variation";
            case JENSEN_SHANNON -> "Jensen-Shannon divergence";
        };
        return what + " between histograms of the energies -ln p of points and draws, on shared bins";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.density(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        double[] u = reference.mixture().energy(x);
        double[] v = reference.mixture().energy(reference.draws());
        Bins bins = shared(u, v);
        Histogram f = Histogram.of(bins, u);
        if (f.inside() == 0) {
            return outside();
        }
        BinnedDistance distance = distance(f, Histogram.of(bins, v));
        return new Estimate(distance.value(), distance.standardError());
    }

    private BinnedDistance distance(Histogram f, Histogram g) {
        return switch (kind) {
            case TOTAL_VARIATION -> f.totalVariation(g);
            case JENSEN_SHANNON -> f.jensenShannon(g);
        };
    }

    /// Points of infinite energy, all of them, have no bins in common with anything.
    private Estimate outside() {
        return switch (kind) {
            case TOTAL_VARIATION -> new Estimate(1, 0);
            case JENSEN_SHANNON -> new Estimate(Math.log(2), 0);
        };
    }

    private static Bins shared(double[] u, double[] v) {
        boolean finite = Arrays.stream(u).anyMatch(Double::isFinite);
        return finite ? BinRange.usual().bins(BINS, u, v) : BinRange.usual().bins(BINS, v);
    }
}
