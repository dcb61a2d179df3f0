package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Grid;
import org.sandglass.figure.Window;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// Exact densities as figures want them: curves on the line, grids in the plane, and how far to look.
final class Exact {
    /// Standard deviations of each component that a panel shows.
    private static final double REACH = 3.3;

    private Exact() {}

    /// Whether there is a density: no component is an exact point.
    static boolean hasDensity(GaussianMixture law) {
        return law.covariances().stream().allMatch(covariance -> covariance.positiveDefinite());
    }

    /// From where to where a coordinate of some laws reaches.
    static double[] range(List<GaussianMixture> laws, int coordinate) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (GaussianMixture law : laws) {
            int d = law.d();
            for (int k = 0; k < law.k(); k++) {
                double mean = law.means().get(k, coordinate);
                double std = Math.sqrt(law.covariance(k).matrix()[coordinate * d + coordinate]);
                low = Math.min(low, mean - REACH * std);
                high = Math.max(high, mean + REACH * std);
            }
        }
        double room = high > low ? 0.02 * (high - low) : 1;
        return new double[] {low - room, high + room};
    }

    /// The part of the plane that holds some laws of two dimensions.
    static Window window(List<GaussianMixture> laws) {
        double[] across = range(laws, 0);
        double[] up = range(laws, 1);
        return new Window(across[0], across[1], up[0], up[1]);
    }

    /// The density of a law on the line: `nodes × 2`, value and density.
    static Points curve(GaussianMixture law, double[] range, int nodes) {
        double[][] x = new double[nodes][];
        for (int i = 0; i < nodes; i++) {
            x[i] = new double[] {range[0] + (range[1] - range[0]) * i / (nodes - 1)};
        }
        double[] logs = law.logDensity(Points.of(x));
        return Points.of(IntStream.range(0, nodes)
                .mapToObj(i -> new double[] {x[i][0], Math.exp(logs[i])})
                .toArray(double[][]::new));
    }

    /// The density of a law in the plane.
    static Grid grid(GaussianMixture law, Window window, int side) {
        double[] logs = law.logDensity(Grid.nodes(window, side, side));
        double[] values = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            values[i] = Math.exp(logs[i]);
        }
        return Grid.of(window, side, side, values);
    }

    /// The first points, some of their coordinates.
    static Points part(Points points, int most, int... coordinates) {
        int n = Math.min(most, points.n());
        double[] data = new double[Math.multiplyExact(n, coordinates.length)];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < coordinates.length; j++) {
                data[i * coordinates.length + j] = points.get(i, coordinates[j]);
            }
        }
        return Points.wrap(data, n, coordinates.length);
    }

    /// Those of the points of the plane that a window holds.
    static Points within(Points points, Window window) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < points.n(); i++) {
            double x = points.get(i, 0);
            double y = points.get(i, 1);
            if (x >= window.left() && x <= window.right() && y >= window.low() && y <= window.high()) {
                rows.add(new double[] {x, y});
            }
        }
        return rows.isEmpty() ? Points.zeros(0, 2) : Points.of(rows.toArray(double[][]::new));
    }
}
