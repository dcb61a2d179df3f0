package org.sandglass.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.metric.Comparison;

/// What metrics say, as results hold it: `{<metric>: {value, standard-error, floor, floor-standard-error}}`.
final class MetricDocument {
    private MetricDocument() {}

    static SequencedMap<String, Object> of(List<Comparison> comparisons) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            SequencedMap<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("value", comparison.points().value());
            numbers.put("standard-error", comparison.points().standardError());
            numbers.put("floor", comparison.floor().value());
            numbers.put("floor-standard-error", comparison.floor().standardError());
            document.put(comparison.metric(), numbers);
        }
        return document;
    }
}
