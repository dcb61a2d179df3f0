package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;

/// Sums over the components that survive the bounds, evaluated one at a time.
final class SurvivorSum implements PointSum {
    private final ArrayOps ops = ArrayOps.get();
    private final ComponentTree tree;
    private final Survivors survivors;
    private final PointComponents components;
    private final double[] scoreSum;
    private final double[] meanSum;
    private final double[] max = new double[1];
    private final double[] total = new double[1];
    private double sum;

    SurvivorSum(NoisyMixture law, NoisyTree noisy, boolean score, boolean posteriorMean) {
        this.tree = noisy.tree();
        this.components = new PointComponents(law);
        this.survivors = new Survivors(noisy, components);
        this.scoreSum = new double[score ? law.prior().d() : 0];
        this.meanSum = new double[posteriorMean ? law.prior().d() : 0];
    }

    @Override
    public boolean find(Points points, int row) {
        int from = row * points.d();
        components.at(points.data(), from);
        if (!survivors.find(points.data(), from, points.d()) || !(survivors.largest() > -FarTies.FAR)) {
            return false;
        }
        max[0] = survivors.largest();
        total[0] = 0;
        ops.tiles().exponentials(survivors.terms(), survivors.count(), max, total, 1);
        sum = total[0];
        return true;
    }

    @Override
    public boolean store(int row, Outputs out) {
        double least = sum * NEGLIGIBLE / survivors.count();
        Arrays.fill(scoreSum, 0);
        Arrays.fill(meanSum, 0);
        for (int i = 0; i < survivors.count(); i++) {
            double weight = weight(i);
            if (weight > least) {
                add(component(i), weight);
            }
        }
        return PointSum.store(row, survivors.largest(), sum, scoreSum, meanSum, out);
    }

    private void add(int k, double weight) {
        if (scoreSum.length > 0) {
            components.addScore(k, weight, scoreSum);
        }
        if (meanSum.length > 0) {
            components.addMean(k, weight, meanSum);
        }
    }

    @Override
    public int places() {
        return survivors.count();
    }

    @Override
    public int component(int place) {
        return tree.order()[survivors.positions()[place]];
    }

    @Override
    public double weight(int place) {
        return survivors.terms()[place];
    }

    @Override
    public void release() {
        Scratch.give(survivors.terms());
    }

    @Override
    public int evaluated() {
        return survivors.evaluated();
    }
}
