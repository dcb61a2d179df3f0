package org.sandglass.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.divergence.EntropyBounds;
import org.sandglass.divergence.Interval;
import org.sandglass.divergence.KlBounds;
import org.sandglass.divergence.Overlaps;
import org.sandglass.divergence.SampledDivergences;
import org.sandglass.divergence.WassersteinBounds;
import org.sandglass.linalg.Loop;
import org.sandglass.metric.Estimate;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;

/// Compares two mixtures: exact values, bounds and Monte Carlo. Used by one thread, which hands its loops on.
public final class PairJudgement {
    private final GaussianMixture p;
    private final GaussianMixture q;
    private final int draws;
    private final RandomStreams streams;
    private final Loop loop;
    private Optional<SampledDivergences> sampled = Optional.empty();
    private Optional<Overlaps> overlaps = Optional.empty();

    /// Two mixtures.
    ///
    /// @param p the one
    /// @param q the other, of the same dimension
    /// @param draws how many draws of each Monte Carlo takes, `≥ 2`
    /// @param seed of the draws
    /// @param loop runs the loops, on any threads
    public PairJudgement(GaussianMixture p, GaussianMixture q, int draws, long seed, Loop loop) {
        this.p = p;
        this.q = q;
        this.draws = draws;
        this.streams = RandomStreams.of(seed);
        this.loop = loop;
    }

    /// The numbers.
    ///
    /// @param metrics which
    /// @param progress told after every one
    /// @return `{<metric>: {…}}` with `value` and, by Monte Carlo, `standard-error`; with `lower` and
    ///     `upper` where there are bounds; with `pareto-k` where an error needs it
    /// @throws IllegalArgumentException if the dimensions differ
    public SequencedMap<String, Object> by(List<PairMetric> metrics, Progress progress) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        for (PairMetric metric : metrics) {
            document.put(metric.word(), numbers(metric));
            progress.at(document.size(), metrics.size(), metric.word());
        }
        return document;
    }

    private SequencedMap<String, Object> numbers(PairMetric metric) {
        return switch (metric) {
            case KL -> bounded(sampled().kl(), KlBounds.of(p, q, loop));
            case REVERSE_KL -> bounded(sampled().reverseKl(), KlBounds.of(q, p, loop));
            case KL_VARIATIONAL -> exact(KlBounds.variationalApproximation(p, q, loop));
            case KL_PRODUCT -> exact(KlBounds.productApproximation(p, q, loop));
            case JENSEN_SHANNON -> DensityJudgement.numbers(sampled().jensenShannon());
            case TOTAL_VARIATION -> DensityJudgement.numbers(sampled().totalVariation());
            case SQUARED_HELLINGER -> DensityJudgement.numbers(sampled().squaredHellinger());
            case CHI_SQUARED -> chiSquared();
            case FISHER -> DensityJudgement.numbers(sampled().fisher());
            case W2 -> interval(WassersteinBounds.w2(p, q, loop));
            case MW2 -> exact(WassersteinBounds.mw2(p, q, loop));
            case L2 -> exact(overlaps().l2());
            case CAUCHY_SCHWARZ -> exact(overlaps().cauchySchwarz());
            case ENTROPY -> bounded(sampled().entropy(), EntropyBounds.of(p, loop));
        };
    }

    private SampledDivergences sampled() {
        SampledDivergences there = sampled.orElseGet(() -> SampledDivergences.of(p, q, draws, streams, loop));
        sampled = Optional.of(there);
        return there;
    }

    private Overlaps overlaps() {
        Overlaps there = overlaps.orElseGet(() -> Overlaps.of(p, q, loop));
        overlaps = Optional.of(there);
        return there;
    }

    private SequencedMap<String, Object> chiSquared() {
        SequencedMap<String, Object> numbers =
                DensityJudgement.numbers(sampled().chiSquared());
        sampled().chiSquaredTail().ifPresent(k -> numbers.put("pareto-k", k));
        return numbers;
    }

    private static SequencedMap<String, Object> bounded(Estimate estimate, Interval interval) {
        SequencedMap<String, Object> numbers = DensityJudgement.numbers(estimate);
        numbers.putAll(interval(interval));
        return numbers;
    }

    private static SequencedMap<String, Object> interval(Interval interval) {
        SequencedMap<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("lower", interval.lower());
        numbers.put("upper", interval.upper());
        return numbers;
    }

    private static SequencedMap<String, Object> exact(double value) {
        SequencedMap<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("value", value);
        return numbers;
    }
}
