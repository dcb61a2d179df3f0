package org.sandglass.transport;

/// The costs between some sources and some sinks, in a given order.
final class PartOfCosts implements Costs {
    private final Costs all;
    private final int[] sources;
    private final int[] sinks;
    private final double[] row;

    PartOfCosts(Costs all, int[] sources, int[] sinks) {
        this.all = all;
        this.sources = sources;
        this.sinks = sinks;
        this.row = new double[all.sinks()];
    }

    @Override
    public int sources() {
        return sources.length;
    }

    @Override
    public int sinks() {
        return sinks.length;
    }

    @Override
    public double at(int i, int j) {
        return all.at(sources[i], sinks[j]);
    }

    @Override
    public void row(int i, double[] out) {
        all.row(sources[i], row);
        for (int j = 0; j < sinks.length; j++) {
            out[j] = row[sinks[j]];
        }
    }
}
