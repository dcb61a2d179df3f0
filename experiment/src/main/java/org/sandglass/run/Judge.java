package org.sandglass.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Comparison;
import org.sandglass.metric.Metric;
import org.sandglass.metric.Reference;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.NoiseSchedule;

/// Compares the samplers' points with exact laws; samplers that end at the same time share the draws they
/// are compared with.
final class Judge {
    private final DiffusedMixture law;
    private final List<Metric> metrics;
    private final int n;
    private final RandomStreams streams;
    private final Workers workers;
    private final Map<Double, Reference> byTime = new HashMap<>();

    Judge(DiffusedMixture law, List<Metric> metrics, int n, RandomStreams streams, Workers workers) {
        this.law = law;
        this.metrics = metrics;
        this.n = n;
        this.streams = streams;
        this.workers = workers;
    }

    /// Refuses metrics that do not suit the marginal at a time, unless they are usual ones, which are left out
    /// then.
    void requireSuitable(double t) {
        for (Metric metric : metrics) {
            metric.objection(at(t)).filter(_ -> !metric.isUsual()).ifPresent(objection -> {
                throw new InputException("metrics: " + metric.name() + " " + objection);
            });
        }
    }

    /// Against the marginal at a time.
    List<Comparison> atTime(double t, Points x) {
        return compare(at(t), x);
    }

    private Reference at(double t) {
        return byTime.computeIfAbsent(t, time -> new Reference(law.marginal(time), n, streams, workers::forEach));
    }

    /// Against the data, unless the marginal at that time is the data.
    List<Comparison> againstData(double t, Points x) {
        NoiseSchedule schedule = law.schedule();
        if (schedule.alpha(t) == 1 && schedule.sigma(t) == 0) {
            return List.of();
        }
        Reference reference =
                byTime.computeIfAbsent(-1.0, _ -> new Reference(law.mixture(), n, streams, workers::forEach));
        return compare(reference, x);
    }

    private List<Comparison> compare(Reference reference, Points x) {
        List<Metric> suitable = metrics.stream()
                .filter(metric -> metric.objection(reference).isEmpty())
                .toList();
        return reference.compare(suitable, x, Reference.Watch.NOBODY);
    }
}
