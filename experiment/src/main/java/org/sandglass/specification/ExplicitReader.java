package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads and checks a mixture that is given by its numbers.
final class ExplicitReader {
    /// Keys that are kept and never used.
    static final List<String> NOTES = List.of("title", "source", "log-evidence", "log-normaliser", "columns");

    private static final List<String> SCALES = List.of("std", "stds", "covariances", "factors");

    static final List<String> KEYS =
            List.of("weights", "logits", "means", "std", "stds", "covariances", "factors", "noise-stds");

    private ExplicitReader() {}

    static ExplicitMixture read(Node node) {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(MixtureSpec.KINDS);
        keys.addAll(NOTES);
        node.known(keys);
        Numbers means = means(node.get("means"));
        Weighting weighting = weighting(node);
        Scale scale = scale(node);
        ExplicitMixture mixture = new ExplicitMixture(weighting, means, scale, notes(node));
        weighting.check(mixture.layout());
        scale.check(mixture.layout());
        return mixture;
    }

    private static Numbers means(Node node) {
        Numbers means = Numbers.of(node);
        if (means.rank() < 2 || means.rank() > 3) {
            throw node.error("must be K x D numbers, or B x K x D for a batch, got " + means.shapeText());
        }
        Checks.finite(means);
        return means;
    }

    static Weighting weighting(Node node) {
        if (node.has("weights") && node.has("logits")) {
            throw node.error("holds both weights and logits; give one of them");
        }
        return node.find("weights")
                .<Weighting>map(weights -> new Weighting.OfWeights(Numbers.of(weights)))
                .or(() -> node.find("logits").map(logits -> new Weighting.OfLogits(Numbers.of(logits))))
                .orElseGet(Weighting.Equal::new);
    }

    private static Scale scale(Node node) {
        List<String> given = SCALES.stream().filter(node::has).toList();
        if (given.size() != 1) {
            throw node.error("needs exactly one of std, stds, covariances, factors with noise-stds, got "
                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        if (node.has("noise-stds") && !node.has("factors")) {
            throw node.error("holds noise-stds, which belong to factors, but no factors");
        }
        Numbers numbers = Numbers.of(node.get(given.getFirst()));
        return switch (given.getFirst()) {
            case "std" -> new Scale.Std(numbers);
            case "stds" -> new Scale.Stds(numbers);
            case "covariances" -> new Scale.Covariances(numbers);
            default -> new Scale.Factors(numbers, Numbers.of(node.get("noise-stds")));
        };
    }

    private static SequencedMap<String, Object> notes(Node node) {
        SequencedMap<String, Object> notes = new LinkedHashMap<>();
        for (String key : NOTES) {
            node.find(key).ifPresent(value -> notes.put(key, value.plain()));
        }
        return notes;
    }
}
