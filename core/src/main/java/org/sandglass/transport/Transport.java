package org.sandglass.transport;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Exact optimal transport: `min Σᵢⱼ cᵢⱼ πᵢⱼ` over `π ≥ 0` with `Σⱼ πᵢⱼ = aᵢ` and `Σᵢ πᵢⱼ = bⱼ`.
///
/// Solved by the network simplex (Dantzig 1951; Orlin 1984) in whole units of mass, with costs computed when
/// they are needed: memory is `O(n + m)`. Time grows like `n^2.5` or so: about a second for 2000 points on
/// either side, half a minute for 10 000. The search goes by costs in whole multiples of `2⁻⁴⁴ max|c|` or so, and the
/// dual potentials certify its end ([TransportPlan]): the cost is within one such unit of the least. Runs on the
/// calling thread.
public final class Transport {
    private Transport() {}

    /// The cheapest plan between equally weighted sources and equally weighted sinks.
    ///
    /// @param costs `n × m` costs
    /// @return the plan; masses sum to 1
    public static TransportPlan solve(Costs costs) {
        long common = gcd(costs.sources(), costs.sinks());
        long[] supply = new long[costs.sources()];
        long[] demand = new long[costs.sinks()];
        Arrays.fill(supply, costs.sinks() / common);
        Arrays.fill(demand, costs.sources() / common);
        return solve(costs, supply, demand);
    }

    /// The cheapest plan between weighted sources and sinks. Weights are rounded to whole parts of `2⁶¹/(n + 1)`.
    ///
    /// @param costs `n × m` costs
    /// @param a weights of the sources, finite, `≥ 0`, some `> 0`; they need not sum to 1
    /// @param b weights of the sinks, likewise
    /// @return the plan; masses sum to 1
    /// @throws IllegalArgumentException naming the weight that is wrong
    public static TransportPlan solve(Costs costs, double[] a, double[] b) {
        long units = Masses.units(costs.sources());
        long[] supply = Masses.whole(Masses.normalised(a, costs.sources()), units);
        long[] demand = Masses.whole(Masses.normalised(b, costs.sinks()), units);
        return solve(costs, supply, demand);
    }

    private static TransportPlan solve(Costs costs, long[] supply, long[] demand) {
        int[] sources = present(costs.sourceOrder(), supply);
        int[] sinks = present(costs.sinkOrder(), demand);
        Costs part = new PartOfCosts(costs, sources, sinks);
        long[] a = picked(supply, sources);
        long[] b = picked(demand, sinks);
        long grain = sources.length + 1L;
        Arrays.setAll(a, i -> a[i] * grain + 1);
        Arrays.setAll(b, j -> b[j] * grain + (j == b.length - 1 ? a.length : 0));
        Tree tree = NorthWest.tree(part, a, b);
        new Simplex(part, tree).solve();
        return new Reading(
                        costs,
                        tree,
                        sources,
                        sinks,
                        grain,
                        Arrays.stream(supply).sum())
                .plan();
    }

    /// Those that have mass, in order.
    private static int[] present(int[] order, long[] units) {
        return Arrays.stream(order).filter(i -> units[i] > 0).toArray();
    }

    private static long[] picked(long[] units, int[] which) {
        return IntStream.of(which).mapToLong(i -> units[i]).toArray();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
