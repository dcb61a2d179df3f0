package org.sandglass.transport;

/// The network simplex for transport: from a tree of arcs to cheaper ones, until no arc would help.
///
/// It goes through the sources in turn. As long as some arc from the source costs less than the potentials of
/// its ends, the best of them enters the tree. The end is a full round in which none does.
final class Simplex {
    private final Costs costs;
    private final Tree tree;
    private final int sources;
    private final int sinks;
    private final double[] row;

    Simplex(Costs costs, Tree tree) {
        this.costs = costs;
        this.tree = tree;
        this.sources = costs.sources();
        this.sinks = costs.sinks();
        this.row = new double[sinks];
    }

    void solve() {
        int i = 0;
        for (int settled = 0; settled < sources; settled++) {
            if (improves(i)) {
                settled = 0;
            }
            i = i + 1 == sources ? 0 : i + 1;
        }
    }

    /// Brings arcs from a source into the tree, the best first, until none of them helps.
    private boolean improves(int i) {
        costs.row(i, row);
        double[] potential = tree.potentials();
        boolean improved = false;
        while (true) {
            int j = cheapest(potential);
            if (!(row[j] - potential[sources + j] < potential[i])) {
                return improved;
            }
            tree.pivot(i, sources + j, row[j]);
            improved = true;
        }
    }

    /// The sink whose cost is least beside its potential.
    private int cheapest(double[] potential) {
        int cheapest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < sinks; j++) {
            double reduced = row[j] - potential[sources + j];
            if (reduced < least) {
                least = reduced;
                cheapest = j;
            }
        }
        return cheapest;
    }
}
