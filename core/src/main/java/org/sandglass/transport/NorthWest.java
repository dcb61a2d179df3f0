package org.sandglass.transport;

/// A first tree, by the north-west corner rule: sources in their order serve sinks in theirs, one after another.
final class NorthWest {
    private final Costs costs;
    private final int[] source;
    private final int[] sink;
    private final long[] amount;

    private NorthWest(Costs costs) {
        this.costs = costs;
        int arcs = costs.sources() + costs.sinks() - 1;
        this.source = new int[arcs];
        this.sink = new int[arcs];
        this.amount = new long[arcs];
    }

    /// The tree, rooted at the last sink.
    ///
    /// @param supply units of each source, no part of which is balanced by a part of the demand
    /// @param demand units of each sink, of the same sum
    static Tree tree(Costs costs, long[] supply, long[] demand) {
        NorthWest arcs = new NorthWest(costs);
        arcs.fill(supply, demand);
        return arcs.joined();
    }

    private void fill(long[] supply, long[] demand) {
        int i = 0;
        int j = 0;
        long left = supply[0];
        long wanted = demand[0];
        for (int arc = 0; arc < amount.length; arc++) {
            source[arc] = i;
            sink[arc] = j;
            amount[arc] = Math.min(left, wanted);
            left -= amount[arc];
            wanted -= amount[arc];
            if (left == 0 && i + 1 < supply.length) {
                left = supply[++i];
            } else if (j + 1 < demand.length) {
                wanted = demand[++j];
            }
        }
    }

    /// Each arc shares one end with the next; the other is new on the way back from the root.
    private Tree joined() {
        int sources = costs.sources();
        Tree tree = new Tree(sources, costs.sinks());
        for (int arc = amount.length - 1; arc >= 0; arc--) {
            double cost = costs.at(source[arc], sink[arc]);
            boolean sinkIsThere = arc == amount.length - 1 || sink[arc] == sink[arc + 1];
            if (sinkIsThere) {
                tree.add(source[arc], sources + sink[arc], amount[arc], cost);
            } else {
                tree.add(sources + sink[arc], source[arc], amount[arc], cost);
            }
        }
        return tree;
    }
}
