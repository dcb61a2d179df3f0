package org.sandglass.transport;

/// The costs between some sources and some sinks, in a given order, rounded to whole multiples of `2⁻⁴⁴` of the largest
/// or so.
///
/// Sums and differences of such numbers are exact, so a search that goes by them can take no rounding for a gain, and
/// ends.
final class PartOfCosts implements Costs {
    /// Adding this many units and taking them away again rounds a double to whole units.
    private static final double ROUNDER = 0x1.8p52;

    private static final int DIGITS = 44;

    private final Costs all;
    private final int[] sources;
    private final int[] sinks;
    private final double[] row;
    private final double rounder;

    PartOfCosts(Costs all, int[] sources, int[] sinks) {
        this.all = all;
        this.sources = sources;
        this.sinks = sinks;
        this.row = new double[all.sinks()];
        this.rounder = ROUNDER * Math.scalb(1.0, Math.getExponent(largest()) - DIGITS);
    }

    private double largest() {
        double largest = Double.MIN_NORMAL * ROUNDER;
        for (int source : sources) {
            all.row(source, row);
            for (double cost : row) {
                largest = Math.max(largest, Math.abs(cost));
            }
        }
        return largest;
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
        return all.at(sources[i], sinks[j]) + rounder - rounder;
    }

    @Override
    public void row(int i, double[] out) {
        all.row(sources[i], row);
        for (int j = 0; j < sinks.length; j++) {
            out[j] = row[sinks[j]] + rounder - rounder;
        }
    }
}
