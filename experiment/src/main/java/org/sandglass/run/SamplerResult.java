package org.sandglass.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.metric.Comparison;

/// What came of one sampler.
///
/// @param name the sampler's
/// @param evaluations how many times the denoiser was asked about each point; their mean where points differ
/// @param seconds that drawing took
/// @param metrics against the exact marginal at the last grid time
/// @param dataMetrics against the data mixture, where that differs; else none
public record SamplerResult(
        String name, double evaluations, double seconds, List<Comparison> metrics, List<Comparison> dataMetrics) {
    /// Copies the lists.
    public SamplerResult {
        metrics = List.copyOf(metrics);
        dataMetrics = List.copyOf(dataMetrics);
    }

    Optional<Comparison> metric(String wanted) {
        return metrics.stream().filter(m -> m.metric().equals(wanted)).findFirst();
    }

    /// Counts are written without a fraction, means with one.
    private static Number whole(double evaluations) {
        return evaluations == Math.rint(evaluations) ? (Number) (long) evaluations : evaluations;
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("evaluations", whole(evaluations));
        document.put("seconds", seconds);
        document.put("metrics", MetricDocument.of(metrics));
        if (!dataMetrics.isEmpty()) {
            document.put("data-metrics", MetricDocument.of(dataMetrics));
        }
        return document;
    }
}
