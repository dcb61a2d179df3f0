package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.target.ComponentWeights;
import org.sandglass.target.Spread;
import org.sandglass.target.Target;
import org.sandglass.target.TargetMeasurement;

/// The numbers of a target as the entries of mixture and measurement files, bit for bit.
final class TargetNumbers {
    private TargetNumbers() {}

    static ExplicitMixture explicit(Target target) {
        SequencedMap<String, Object> notes = notes(target, target.title());
        if (target.logNormaliser() != 0) {
            notes.put("log-normaliser", target.logNormaliser());
        }
        return new ExplicitMixture(weighting(target), Numbers.of(target.means()), scale(target), notes);
    }

    static SequencedMap<String, Object> measurement(Target target, TargetMeasurement look) {
        SequencedMap<String, Object> document = notes(target, "measurement of " + target.name());
        document.put("operator", Numbers.of(look.operator()).nested());
        document.put("y", look.y());
        document.put("noise-std", look.noiseStd());
        return document;
    }

    private static SequencedMap<String, Object> notes(Target target, String title) {
        SequencedMap<String, Object> notes = new LinkedHashMap<>();
        notes.put("title", title);
        notes.put("source", target.source());
        return notes;
    }

    private static Weighting weighting(Target target) {
        return switch (target.weighting()) {
            case ComponentWeights.Equal() -> new Weighting.Equal();
            case ComponentWeights.Weights(List<Double> values) -> new Weighting.OfWeights(numbers(values, target.k()));
            case ComponentWeights.Logits(List<Double> values) -> new Weighting.OfLogits(numbers(values, target.k()));
        };
    }

    private static Scale scale(Target target) {
        int k = target.k();
        int d = target.d();
        return switch (target.spread()) {
            case Spread.Std(double std) -> new Scale.Std(Numbers.wrap(new double[] {std}));
            case Spread.Stds(List<Double> stds) -> new Scale.Stds(numbers(stds, k));
            case Spread.Diagonals(List<Double> stds) -> new Scale.Stds(numbers(stds, k, d));
            case Spread.Covariances(List<Double> entries) -> new Scale.Covariances(numbers(entries, k, d, d));
        };
    }

    private static Numbers numbers(List<Double> values, int... shape) {
        return Numbers.wrap(values.stream().mapToDouble(Double::doubleValue).toArray(), shape);
    }
}
