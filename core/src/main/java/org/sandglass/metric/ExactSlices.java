package org.sandglass.metric;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// `Wₚᵖ` between points and the mixture itself, averaged over directions, for both powers, with its error.
///
/// Along a direction, sorted points and the ends `qᵢ` of their cells have the potentials `uᵢ₊₁ − uᵢ = |xᵢ₊₁ − qᵢ|ᵖ −
/// |xᵢ −
/// qᵢ|ᵖ`, for at the end of its cell mass is indifferent between two points. Their mean over directions says how much
/// each point matters, and `√(Var u/n)` is the error of the mean `Wₚᵖ`.
final class ExactSlices {
    /// Directions whose potentials are held at once.
    private static final int BATCH = 8;

    private final double[] costs = new double[2];
    private final double[][] potentials;

    private ExactSlices(int n) {
        this.potentials = new double[2][n];
    }

    /// The law along every direction, cut for so many points.
    static List<LineCells> cells(GaussianMixture mixture, double[][] directions, int n, Loop loop) {
        LineCells[] cells = new LineCells[directions.length];
        loop.forEach(cells.length, l -> cells[l] = LineCells.of(LineLaw.along(mixture, directions[l]), n));
        return Arrays.asList(cells);
    }

    static ExactSlices of(Points x, double[][] directions, List<LineCells> cells, Loop loop) {
        ExactSlices slices = new ExactSlices(x.n());
        Slice[] batch = new Slice[BATCH];
        for (int from = 0; from < directions.length; from += BATCH) {
            int first = from;
            int size = Math.min(BATCH, directions.length - from);
            loop.forEach(
                    size, l -> batch[l] = Slice.of(Slices.projected(x, directions[first + l]), cells.get(first + l)));
            for (int l = 0; l < size; l++) {
                slices.add(batch[l], directions.length);
            }
        }
        return slices;
    }

    private void add(Slice slice, int count) {
        for (int p = 0; p < 2; p++) {
            costs[p] += slice.costs[p] / count;
            for (int i = 0; i < potentials[p].length; i++) {
                potentials[p][i] += slice.potentials[p][i] / count;
            }
        }
    }

    /// The distance for a power.
    Estimate distance(int p) {
        return CloudWasserstein.root(p, costs[p - 1], Estimate.errorOfMean(potentials[p - 1]));
    }

    /// One direction: for both powers the cost, and the potentials of the points as they were given.
    private static final class Slice {
        private final double[] costs;
        private final double[][] potentials;

        private Slice(double[] costs, double[][] potentials) {
            this.costs = costs;
            this.potentials = potentials;
        }

        static Slice of(double[] x, LineCells cells) {
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            double[][] potentials = {cells.potentials(1, sorted), cells.potentials(2, sorted)};
            double[][] given = new double[2][x.length];
            for (int i = 0; i < x.length; i++) {
                int place = Arrays.binarySearch(sorted, x[i]);
                given[0][i] = potentials[0][place];
                given[1][i] = potentials[1][place];
            }
            return new Slice(new double[] {cells.w1(sorted), cells.w2Squared(sorted)}, given);
        }
    }
}
