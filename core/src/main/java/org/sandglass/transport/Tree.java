package org.sandglass.transport;

import java.util.Arrays;

/// A spanning tree of sources and sinks, whose arcs carry all mass, with the potentials it gives.
///
/// Sources are the nodes `0 … n − 1`, sinks follow. Every node but the root, a sink, has an arc to its parent,
/// with a cost and a flow from its source to its sink. Potentials are 0 at the root and add up to the cost along
/// every arc: sums along the tree, exact where costs have few digits ([PartOfCosts]).
final class Tree {
    private static final int NONE = -1;

    private final int sources;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] next;
    private final int[] previous;
    private final int[] seen;
    private final int[] stack;
    private final long[] flow;
    private final double[] cost;
    private final double[] potential;
    private int walk;

    /// A tree of the root alone, to which every other node is to be added once.
    Tree(int sources, int sinks) {
        this.sources = sources;
        int nodes = sources + sinks;
        this.parent = filled(nodes);
        this.firstChild = filled(nodes);
        this.next = filled(nodes);
        this.previous = filled(nodes);
        this.seen = new int[nodes];
        this.stack = new int[nodes];
        this.flow = new long[nodes];
        this.cost = new double[nodes];
        this.potential = new double[nodes];
    }

    private static int[] filled(int nodes) {
        int[] out = new int[nodes];
        Arrays.fill(out, NONE);
        return out;
    }

    /// Hangs a node that stands alone under one in the tree.
    void add(int node, int under, long amount, double arcCost) {
        attach(node, under, amount, arcCost);
        potential[node] = arcCost - potential[under];
    }

    /// The potential of every node.
    double[] potentials() {
        return potential;
    }

    int parent(int node) {
        return parent[node];
    }

    long flow(int node) {
        return flow[node];
    }

    boolean isSource(int node) {
        return node < sources;
    }

    /// Brings an arc into the tree: as much as possible goes along it, and the arc whose flow ends leaves.
    ///
    /// Around the cycle from the source along the new arc to the sink and back through the tree, the flow of
    /// every other arc falls: of those above sinks on the sink's side, and of those above sources on the
    /// source's.
    void pivot(int source, int sink, double arcCost) {
        int top = meeting(source, sink);
        int leavingBySource = least(source, top, true);
        int leavingBySink = least(sink, top, false);
        boolean bySource =
                leavingBySink == NONE || (leavingBySource != NONE && flow[leavingBySource] < flow[leavingBySink]);
        int leaving = bySource ? leavingBySource : leavingBySink;
        long amount = flow[leaving];
        shift(source, top, true, amount);
        shift(sink, top, false, amount);
        if (bySource) {
            turn(source, sink, leaving, amount, arcCost);
        } else {
            turn(sink, source, leaving, amount, arcCost);
        }
    }

    /// The lowest node above both.
    private int meeting(int a, int b) {
        walk++;
        seen[a] = walk;
        seen[b] = walk;
        int one = a;
        int other = b;
        while (true) {
            if (parent[one] != NONE) {
                one = parent[one];
                if (seen[one] == walk) {
                    return one;
                }
                seen[one] = walk;
            }
            if (parent[other] != NONE) {
                other = parent[other];
                if (seen[other] == walk) {
                    return other;
                }
                seen[other] = walk;
            }
        }
    }

    /// Of the nodes below the top whose arc loses flow, the one whose arc has least.
    private int least(int from, int top, boolean fromSource) {
        int least = NONE;
        for (int node = from; node != top; node = parent[node]) {
            if (isSource(node) == fromSource && (least == NONE || flow[node] < flow[least])) {
                least = node;
            }
        }
        return least;
    }

    private void shift(int from, int top, boolean fromSource, long amount) {
        for (int node = from; node != top; node = parent[node]) {
            flow[node] += isSource(node) == fromSource ? -amount : amount;
        }
    }

    /// Cuts the arc above `leaving`, and hangs what was below it under `under` by the node `end`.
    private void turn(int end, int under, int leaving, long amount, double arcCost) {
        int node = end;
        int above = under;
        long newFlow = amount;
        double newCost = arcCost;
        while (true) {
            int oldParent = parent[node];
            long oldFlow = flow[node];
            double oldCost = cost[node];
            detach(node);
            attach(node, above, newFlow, newCost);
            if (node == leaving) {
                break;
            }
            above = node;
            newFlow = oldFlow;
            newCost = oldCost;
            node = oldParent;
        }
        renewPotentials(end);
    }

    private void detach(int node) {
        if (previous[node] == NONE) {
            firstChild[parent[node]] = next[node];
        } else {
            next[previous[node]] = next[node];
        }
        if (next[node] != NONE) {
            previous[next[node]] = previous[node];
        }
    }

    private void attach(int node, int under, long amount, double arcCost) {
        parent[node] = under;
        flow[node] = amount;
        cost[node] = arcCost;
        previous[node] = NONE;
        next[node] = firstChild[under];
        if (next[node] != NONE) {
            previous[next[node]] = node;
        }
        firstChild[under] = node;
    }

    private void renewPotentials(int top) {
        int height = 0;
        stack[height++] = top;
        while (height > 0) {
            int node = stack[--height];
            potential[node] = cost[node] - potential[parent[node]];
            for (int child = firstChild[node]; child != NONE; child = next[child]) {
                stack[height++] = child;
            }
        }
    }
}
