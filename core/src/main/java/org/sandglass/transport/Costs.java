package org.sandglass.transport;

import java.util.stream.IntStream;
import org.sandglass.linalg.Points;

/// What it costs to carry a unit of mass from each of `n` sources to each of `m` sinks.
///
/// Costs between points are computed when they are asked for, so that no table of `n·m` numbers is kept.
public interface Costs {
    /// How many sources.
    ///
    /// @return `n ≥ 1`
    int sources();

    /// How many sinks.
    ///
    /// @return `m ≥ 1`
    int sinks();

    /// The cost from one source to one sink.
    ///
    /// @param i the source
    /// @param j the sink
    /// @return a finite number, always the same
    double at(int i, int j);

    /// The costs from one source to all sinks: the same bits as [#at].
    ///
    /// @param i the source
    /// @param out receives `m` numbers
    default void row(int i, double[] out) {
        for (int j = 0; j < sinks(); j++) {
            out[j] = at(i, j);
        }
    }

    /// The sources in an order in which it is cheap to serve the sinks in theirs, one after another: where the
    /// search for the best begins.
    ///
    /// @return every source once
    default int[] sourceOrder() {
        return IntStream.range(0, sources()).toArray();
    }

    /// The sinks in their order, as [#sourceOrder].
    ///
    /// @return every sink once
    default int[] sinkOrder() {
        return IntStream.range(0, sinks()).toArray();
    }

    /// Costs that stand in a table.
    ///
    /// @param rows a row per source, of one length, finite; not copied
    /// @return these costs
    /// @throws IllegalArgumentException if there is none, one is not finite, or rows differ in length
    static Costs of(double[][] rows) {
        return CostTable.of(rows);
    }

    /// Distances `‖x − y‖`.
    ///
    /// @param x n × d sources, finite
    /// @param y m × d sinks, finite
    /// @return these costs
    /// @throws IllegalArgumentException if the dimensions differ, a side is empty, or a number is not finite
    static Costs distances(Points x, Points y) {
        return Distances.of(x, y, Distances.Kind.EUCLIDEAN);
    }

    /// Squared distances `‖x − y‖²`.
    ///
    /// @param x n × d sources, finite
    /// @param y m × d sinks, finite
    /// @return these costs
    /// @throws IllegalArgumentException if the dimensions differ, a side is empty, or a number is not finite
    static Costs squaredDistances(Points x, Points y) {
        return Distances.of(x, y, Distances.Kind.SQUARED);
    }

    /// Squared distances between points whose coordinates are angles: `Σⱼ min(|δⱼ|, 2π − |δⱼ|)²`, where `δⱼ` is the
    /// difference of angles reduced to `[0, 2π)`.
    ///
    /// @param x n × d sources, angles in radians, finite
    /// @param y m × d sinks
    /// @return these costs
    /// @throws IllegalArgumentException if the dimensions differ, a side is empty, or a number is not finite
    static Costs squaredTorusDistances(Points x, Points y) {
        return TorusDistances.of(x, y);
    }
}
