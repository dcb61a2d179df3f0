package org.sandglass.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.metric.Estimate;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.sampler.Workers;

/// Judges a model by log densities: at its samples, and at draws of the exact mixture.
///
/// @param metrics which numbers
/// @param samples draws of the model
/// @param targetSamples draws of the mixture, if there are any
/// @param model the model, if it is a mixture; else the files hold its `log-density`
/// @param workers the threads
public record DensityJudgement(
        List<DensityMetric> metrics,
        SampleFile samples,
        Optional<SampleFile> targetSamples,
        Optional<GaussianMixture> model,
        Workers workers) {
    /// Copies the list.
    public DensityJudgement {
        metrics = List.copyOf(metrics);
    }

    /// The numbers.
    ///
    /// @param law the exact mixture
    /// @return `{<metric>: {value, standard-error}}`; NaN where a number is undefined
    /// @throws InputException if a file is not what it must be, or draws of the mixture are missing
    /// @throws IOException if the machine fails
    public SequencedMap<String, Object> by(GaussianMixture law) throws IOException {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        for (DensityMetric.Side side : DensityMetric.Side.values()) {
            List<DensityMetric> here =
                    metrics.stream().filter(metric -> metric.side() == side).toList();
            if (!here.isEmpty()) {
                DensityEvidence evidence = DensityEvidence.read(file(side, here.getFirst()), model, law, workers);
                here.forEach(metric -> document.put(metric.name(), numbers(metric.of(evidence))));
            }
        }
        return document;
    }

    private SampleFile file(DensityMetric.Side side, DensityMetric metric) {
        return switch (side) {
            case MODEL -> samples;
            case TARGET ->
                targetSamples.orElseThrow(() -> new InputException(
                        "--metrics: " + metric.name() + " needs --target-samples, draws of the mixture"));
        };
    }

    static SequencedMap<String, Object> numbers(Estimate estimate) {
        SequencedMap<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("value", estimate.value());
        numbers.put("standard-error", estimate.standardError());
        return numbers;
    }
}
