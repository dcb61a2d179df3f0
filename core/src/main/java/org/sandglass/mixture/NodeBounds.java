package org.sandglass.mixture;

import java.util.Arrays;

/// What is known about the components under each node of a tree: a box around the shadows of their means, their
/// weight, and how wide they are.
///
/// From these follows a bound on their densities at any noise level ([NoisyTree]). Filled by [TreeBuilder], read
/// only after that.
final class NodeBounds {
    private final GaussianMixture mixture;
    private final int components;
    private final int width;
    private final double[] low;
    private final double[] high;
    private final int[] count;
    private final double[] logWeight;
    private final double[] geometricStd;
    private final double[] largestStd;
    private final double[] kindGeometric;
    private final double[] kindLargest;

    /// Room for the bounds of some nodes.
    ///
    /// @param mixture the mixture
    /// @param components how many of its components have weight
    /// @param nodes how many nodes
    /// @param width the numbers of a shadow
    NodeBounds(GaussianMixture mixture, int components, int nodes, int width) {
        this.mixture = mixture;
        this.components = components;
        this.width = width;
        this.low = new double[Math.multiplyExact(nodes, width)];
        this.high = new double[low.length];
        this.count = new int[nodes];
        this.logWeight = new double[nodes];
        this.geometricStd = new double[nodes];
        this.largestStd = new double[nodes];
        this.kindGeometric = mixture.shared().kinds().stream()
                .mapToDouble(StdBounds::geometric)
                .toArray();
        this.kindLargest = mixture.shared().kinds().stream()
                .mapToDouble(StdBounds::largest)
                .toArray();
    }

    void clear(int node) {
        Arrays.fill(low, node * width, (node + 1) * width, Double.POSITIVE_INFINITY);
        Arrays.fill(high, node * width, (node + 1) * width, Double.NEGATIVE_INFINITY);
        logWeight[node] = Double.NEGATIVE_INFINITY;
        geometricStd[node] = Double.POSITIVE_INFINITY;
    }

    /// Takes component `k` with its shadow under a node.
    void include(int node, int k, double[] shadow, int from) {
        int kind = mixture.shared().kind(k);
        widen(node, shadow, shadow, from);
        add(node, 1, mixture.logWeight(k), kindGeometric[kind], kindLargest[kind]);
    }

    /// Makes a node of its two children.
    void join(int node, int left, int right) {
        clear(node);
        for (int child : new int[] {left, right}) {
            widen(node, low, high, child * width);
            add(node, count[child], logWeight[child], geometricStd[child], largestStd[child]);
        }
    }

    private void widen(int node, double[] lower, double[] upper, int from) {
        for (int j = 0; j < width; j++) {
            int at = node * width + j;
            low[at] = Math.min(low[at], lower[from + j]);
            high[at] = Math.max(high[at], upper[from + j]);
        }
    }

    private void add(int node, int more, double logMore, double geometric, double largest) {
        count[node] += more;
        logWeight[node] = Weights.logSumExp(new double[] {logWeight[node], logMore});
        geometricStd[node] = Math.min(geometricStd[node], geometric);
        largestStd[node] = Math.max(largestStd[node], largest);
    }

    int nodes() {
        return count.length;
    }

    /// The lower corners of the boxes, `nodes × width`.
    double[] low() {
        return low;
    }

    /// The upper corners.
    double[] high() {
        return high;
    }

    /// How much lighter the components of a node are than components are on average: `max(0, ln(n/K ÷ W))` for
    /// `n` components of weight `W` together.
    double lightness(int node) {
        return Math.max(0, Math.log((double) count[node] / components) - logWeight[node]);
    }

    /// The least `det(Σₖ)^(1/2d)` under a node.
    double geometricStd(int node) {
        return geometricStd[node];
    }

    /// At least the largest standard deviation under a node, in any direction.
    double largestStd(int node) {
        return largestStd[node];
    }
}
