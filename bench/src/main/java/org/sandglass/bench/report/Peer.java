package org.sandglass.bench.report;

import tools.jackson.databind.JsonNode;

/// A line of `bench/peers.py`.
///
/// @param task such as `eval N=1000 K=2 D=2`
/// @param name such as `jax-closed`
/// @param nanos for a point and a component, and a step if there are steps; NaN for a yardstick
/// @param gigaflops of a yardstick, else NaN
record Peer(String task, String name, double nanos, double gigaflops) {
    static Peer of(JsonNode line) {
        return new Peer(
                line.required("case").asString(),
                line.required("peer").asString(),
                line.path("ns_per_point_component").asDouble(Double.NaN),
                line.path("gflops").asDouble(Double.NaN));
    }
}
