package org.sandglass.transport;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Reads the plan off the last tree.
///
/// Sources and sinks without mass had no part in the search; they get the largest potentials that keep `uᵢ + vⱼ ≤
/// cᵢⱼ`.
final class Reading {
    private final Costs costs;
    private final Tree tree;
    private final int[] sources;
    private final int[] sinks;
    private final long grain;
    private final double total;

    Reading(Costs costs, Tree tree, int[] sources, int[] sinks, long grain, long total) {
        this.costs = costs;
        this.tree = tree;
        this.sources = sources;
        this.sinks = sinks;
        this.grain = grain;
        this.total = total;
    }

    TransportPlan plan() {
        int[] carrying = IntStream.range(0, sources.length + sinks.length)
                .filter(node -> units(node) > 0)
                .toArray();
        int[] from = new int[carrying.length];
        int[] to = new int[carrying.length];
        double[] mass = new double[carrying.length];
        double cost = 0;
        for (int arc = 0; arc < carrying.length; arc++) {
            int node = carrying[arc];
            int parent = tree.parent(node);
            from[arc] = sources[Math.min(node, parent)];
            to[arc] = sinks[Math.max(node, parent) - sources.length];
            mass[arc] = units(node) / total;
            cost += mass[arc] * costs.at(from[arc], to[arc]);
        }
        return new TransportPlan(cost, from, to, mass, sourcePotentials(), sinkPotentials());
    }

    /// What the arc above a node carries, without the parts that only kept the tree unbalanced: below a source
    /// they add to what goes up, below a sink they take from what must come down.
    private long units(int node) {
        long flow = tree.flow(node);
        return node < sources.length ? Math.floorDiv(flow, grain) : Math.ceilDiv(flow, grain);
    }

    private double[] sourcePotentials() {
        double[] out = unknown(costs.sources());
        for (int i = 0; i < sources.length; i++) {
            out[sources[i]] = tree.potentials()[i];
        }
        double[] row = new double[costs.sinks()];
        for (int i = 0; i < out.length; i++) {
            if (Double.isNaN(out[i])) {
                costs.row(i, row);
                out[i] = IntStream.range(0, sinks.length)
                        .mapToDouble(j -> row[sinks[j]] - tree.potentials()[sources.length + j])
                        .min()
                        .orElseThrow();
            }
        }
        return out;
    }

    private double[] sinkPotentials() {
        double[] out = unknown(costs.sinks());
        for (int j = 0; j < sinks.length; j++) {
            out[sinks[j]] = tree.potentials()[sources.length + j];
        }
        double[] u = sourcePotentials();
        for (int j = 0; j < out.length; j++) {
            if (Double.isNaN(out[j])) {
                int sink = j;
                out[j] = IntStream.range(0, u.length)
                        .mapToDouble(i -> costs.at(i, sink) - u[i])
                        .min()
                        .orElseThrow();
            }
        }
        return out;
    }

    private static double[] unknown(int n) {
        double[] out = new double[n];
        Arrays.fill(out, Double.NaN);
        return out;
    }
}
