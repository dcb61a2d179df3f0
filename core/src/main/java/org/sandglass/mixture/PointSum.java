package org.sandglass.mixture;

import org.sandglass.arrayops.ArrayMath;
import org.sandglass.linalg.Points;

/// The sums over the components that matter at one point. Reused from point to point, by one thread.
sealed interface PointSum permits BlockSum, SurvivorSum {
    /// Weights that are together less than this part of all add nothing to score and posterior mean.
    double NEGLIGIBLE = 1e-15;

    /// Finds the components that matter at a point, and their weights.
    ///
    /// @param points the points
    /// @param row which of them
    /// @return false if that would not pay, or the point is so far away that rounding hides what is near: then
    ///     all components must be asked
    boolean find(Points points, int row);

    /// Writes what is asked for at the point that was found last.
    ///
    /// @return false if a sum left the range of a double: then all components must be asked
    boolean store(int row, Outputs out);

    /// How many places the components that were found take.
    int places();

    /// The component at a place whose weight is not 0.
    int component(int place);

    /// The weight `2^(term − m)` at a place, for one `m` that is about the largest term.
    double weight(int place);

    /// Gives the room for terms back; it is not used after that.
    void release();

    /// How many components were evaluated for the point that was asked about last.
    int evaluated();

    /// The sums for a law: over whole blocks where shadows are the means themselves and components round, else
    /// over one component at a time.
    static PointSum of(NoisyMixture law, NoisyTree tree, boolean score, boolean posteriorMean) {
        return tree.round()
                .<PointSum>map(components -> new BlockSum(tree, components, score, posteriorMean))
                .orElseGet(() -> new SurvivorSum(law, tree, score, posteriorMean));
    }

    /// Writes sums that are weighted by `2^(term − max)`.
    static boolean store(int row, double max, double sum, double[] scoreSum, double[] meanSum, Outputs out) {
        if (!allFinite(scoreSum) || !allFinite(meanSum)) {
            return false;
        }
        if (out.wantsLogDensity()) {
            double low = Math.fma(max, ArrayMath.LN2_LOW, ArrayMath.log(sum));
            out.logDensity()[row] = Math.fma(max, ArrayMath.LN2_HIGH, low);
        }
        for (int j = 0; j < scoreSum.length; j++) {
            out.score()[row * scoreSum.length + j] = -scoreSum[j] / sum;
        }
        for (int j = 0; j < meanSum.length; j++) {
            out.posteriorMean()[row * meanSum.length + j] = meanSum[j] / sum;
        }
        return true;
    }

    private static boolean allFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
