package org.sandglass.mixture;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.arrayops.ArrayOps;

/// A [ComponentTree] at one noise level: which nodes hold no component that matters at a point.
///
/// At `x = a·x₀ + b·z` a box is `a` times as large, and no component under node `i` has a density above
/// `e^topᵢ e^(−gap²/reachᵢ)`, `topᵢ = −d ln c̲ − ½ d ln 2π` and `reachᵢ = 2c̄²`, where `gap` is the distance of the
/// shadows of `x` and of the box, `c̲² = a²g² + b²` by the node's least geometric standard deviation and
/// `c̄² = a²s² + b²` by its largest. Everything scales: nothing is rebuilt. Derivation: `docs/math/pruning.md`.
/// Immutable.
final class NoisyTree {
    /// A component goes if its density is below `e^−31` of the mixture's, or that many times the components' number
    /// if it is lighter than most: together at most `2 e^−31 < 7e-14` of the density. The rest to 1e-13 is for the
    /// rounding of the bounds themselves.
    static final double DEPTH = 31;

    /// `(R + E)² ≤ R²(1 + θ) + E²(1 + 1/θ)` for any `θ > 0`, without a root for each node.
    private static final double THETA = 0x1p-10;

    /// Covers the roundings of at most 100 operations on a squared distance.
    private static final double ROUNDING = 0x1p-40;

    /// Of the standard normal distribution.
    private static final double LOWER_QUARTILE = -0.6745;

    /// Coordinates of a shadow that are looked at before the others; they hold most of a distance.
    static final int FIRST = 16;

    /// Beyond this, or its inverse, squares of scales might leave the range of a double.
    private static final double LARGEST_SCALE = 0x1p300;

    private final ArrayOps ops = ArrayOps.get();
    private final ComponentTree tree;
    private final double scale;
    private final double[] top;
    private final double[] reach;

    private final Optional<RoundComponents> round;

    private NoisyTree(ComponentTree tree, double scale, double noise, int d, Optional<RoundComponents> round) {
        NodeBounds bounds = tree.bounds();
        double inflation = (1 + THETA) * (1 + ROUNDING) * tree.shadows().stretch();
        this.tree = tree;
        this.scale = scale;
        this.round = round;
        this.top = new double[bounds.nodes()];
        this.reach = new double[top.length];
        for (int i = 0; i < top.length; i++) {
            double least = Covariance.combine(scale, bounds.geometricStd(i), noise);
            double most = Covariance.combine(scale, bounds.largestStd(i), noise);
            top[i] = -d * (Math.log(least) + 0.5 * Math.log(2 * Math.PI)) - bounds.lightness(i);
            reach[i] = 2 * most * most * inflation;
        }
    }

    /// The tree of the law of `scale·x₀ + noise·z`, if it can save anything there.
    ///
    /// Not where a usual point keeps more than a quarter of them, since then it is faster to ask all. Nor where
    /// scales are so extreme that their squares overflow or vanish.
    ///
    /// @param tree the components of `x₀`
    /// @param round the components at this noise level, if they are round and their means stand in the tree
    static Optional<NoisyTree> of(
            ComponentTree tree, double scale, double noise, int d, Optional<RoundComponents> round) {
        NoisyTree noisy = new NoisyTree(tree, scale, noise, d, round);
        double typical = noisy.reach[0] * (DEPTH + Math.log(tree.size()) + 0.5 * tree.width());
        double quarter = scale * scale * tree.spread().squareWithin(LOWER_QUARTILE);
        return typical < quarter && noisy.isOrdinary() ? Optional.of(noisy) : Optional.empty();
    }

    private boolean isOrdinary() {
        double least = Arrays.stream(reach).min().orElse(0);
        return least > 1 / LARGEST_SCALE
                && reach[0] < LARGEST_SCALE
                && scale > 1 / LARGEST_SCALE
                && scale < LARGEST_SCALE
                && scale * tree.shadows().largest() < LARGEST_SCALE;
    }

    ComponentTree tree() {
        return tree;
    }

    /// The components as round ones whose means stand in the tree, if they are.
    Optional<RoundComponents> round() {
        return round;
    }

    /// How much the means of the tree are scaled.
    double scale() {
        return scale;
    }

    /// What the inexactness of shadows adds to a squared distance that is to be kept.
    ///
    /// @param norm `‖x‖`
    double pad(double norm) {
        double slack = tree.shadows().slack(norm, scale);
        return slack * slack * (1 + 1 / THETA) * (1 + ROUNDING) * tree.shadows().stretch();
    }

    /// The squared distance of shadows from which on no component under a node has a density above `e^floor`, but
    /// for the lightness of the node and the [#pad].
    double limit(int node, double floor) {
        return (top[node] - floor) * reach[node];
    }

    /// The squared distance of a shadow from the box of a node, or that of its first coordinates if this reaches the
    /// limit already.
    ///
    /// @param room for as many numbers as a shadow has
    double squaredGap(int node, double[] shadow, int from, double limit, double[] room) {
        int first = Math.min(FIRST, tree.width());
        double part = squaredGap(node * tree.width(), shadow, from, first, room);
        int rest = tree.width() - first;
        return rest == 0 || part >= limit
                ? part
                : part + squaredGap(node * tree.width() + first, shadow, from + first, rest, room);
    }

    private double squaredGap(int at, double[] shadow, int from, int n, double[] room) {
        ops.gap(shadow, from, scale, tree.bounds().low(), at, tree.bounds().high(), at, room, 0, n);
        return ops.dot(room, 0, room, 0, n);
    }

    /// The squared distance of a shadow from the farthest corner of the box of a node.
    double squaredReach(int node, double[] shadow, int from) {
        int width = tree.width();
        double[] low = tree.bounds().low();
        double[] high = tree.bounds().high();
        double sum = 0;
        for (int j = 0, at = node * width; j < width; j++, at++) {
            double x = shadow[from + j];
            double away = Math.max(Math.fma(-scale, low[at], x), Math.fma(scale, high[at], -x));
            sum = Math.fma(away, away, sum);
        }
        return sum;
    }
}
