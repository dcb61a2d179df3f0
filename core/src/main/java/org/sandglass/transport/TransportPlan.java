package org.sandglass.transport;

/// A cheapest plan, and the potentials that prove it.
///
/// With `uᵢ + vⱼ ≤ cᵢⱼ` everywhere, and equality wherever mass goes, no plan is cheaper than this one's
/// `Σ a u + Σ b v` (Kantorovich). Both hold to some `2⁻⁴⁴` of the largest
/// cost. Potentials are known up to a constant that goes from one
/// side to the other. Immutable.
public final class TransportPlan {
    private final double cost;
    private final int[] from;
    private final int[] to;
    private final double[] mass;
    private final double[] sourcePotentials;
    private final double[] sinkPotentials;

    TransportPlan(
            double cost, int[] from, int[] to, double[] mass, double[] sourcePotentials, double[] sinkPotentials) {
        this.cost = cost;
        this.from = from;
        this.to = to;
        this.mass = mass;
        this.sourcePotentials = sourcePotentials;
        this.sinkPotentials = sinkPotentials;
    }

    /// The cost `Σ c π`.
    ///
    /// @return the least there is, to rounding
    public double cost() {
        return cost;
    }

    /// How many pairs carry mass.
    ///
    /// @return at most `n + m − 1`
    public int arcs() {
        return mass.length;
    }

    /// The source of a pair that carries mass.
    ///
    /// @param arc in `[0, arcs())`
    /// @return its number
    public int source(int arc) {
        return from[arc];
    }

    /// The sink of a pair that carries mass.
    ///
    /// @param arc in `[0, arcs())`
    /// @return its number
    public int sink(int arc) {
        return to[arc];
    }

    /// The mass that a pair carries.
    ///
    /// @param arc in `[0, arcs())`
    /// @return `π > 0`; all sum to 1
    public double mass(int arc) {
        return mass[arc];
    }

    /// The potentials `u` of the sources.
    ///
    /// @return a new array of `n` numbers
    public double[] sourcePotentials() {
        return sourcePotentials.clone();
    }

    /// The potentials `v` of the sinks.
    ///
    /// @return a new array of `m` numbers
    public double[] sinkPotentials() {
        return sinkPotentials.clone();
    }
}
