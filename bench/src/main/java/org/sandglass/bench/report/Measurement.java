package org.sandglass.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What JMH measured of one benchmark with one choice of parameters.
///
/// @param name class and method, such as `DensityAndScore.densityAndScore`
/// @param parameters by name
/// @param nanos the median time of a call over the iterations
/// @param best the least time of a call over the iterations
/// @param bytes allocated by a call; NaN if it was not measured
record Measurement(String name, Map<String, String> parameters, double nanos, double best, double bytes) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /// Of an entry of JMH's JSON.
    static Measurement of(JsonNode entry) {
        JsonNode metric = entry.required("primaryMetric");
        if (!metric.required("scoreUnit").asString().equals("ns/op")) {
            throw new IllegalArgumentException("benchmarks must be in ns/op, got " + metric.required("scoreUnit"));
        }
        Map<String, String> parameters = new TreeMap<>();
        entry.path("params").forEachEntry((name, value) -> parameters.put(name, value.asString()));
        List<Double> times = times(metric);
        return new Measurement(
                shortName(entry.required("benchmark").asString()),
                parameters,
                median(times),
                times.getFirst(),
                bytes(entry));
    }

    private static String shortName(String name) {
        String[] parts = name.split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    /// The times of all iterations, the least first.
    private static List<Double> times(JsonNode metric) {
        List<Double> all = new ArrayList<>();
        metric.required("rawData").forEach(fork -> fork.forEach(value -> all.add(value.asDouble())));
        return all.stream().sorted().toList();
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : 0.5 * (sorted.get(half - 1) + sorted.get(half));
    }

    private static double bytes(JsonNode entry) {
        return entry.path("secondaryMetrics").path(ALLOCATION).path("score").asDouble(Double.NaN);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
