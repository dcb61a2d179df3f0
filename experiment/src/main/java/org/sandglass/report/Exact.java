package org.sandglass.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sandglass.figure.Grid;
import org.sandglass.figure.Layer;
import org.sandglass.figure.Window;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;

/// Exact densities as figures want them: curves on the line, grids in the plane, and how far to look.
final class Exact {
    /// Standard deviations of each component that a panel shows.
    private static final double REACH = 3.3;

    /// The mass of components that need no room, as a posterior has them.
    private static final double UNSEEN = 1e-3;

    /// How many times larger than the smallest a panel may be that is shared.
    private static final double MOST_SCALES = 6;

    /// Components that are looked at one by one.
    private static final int MOST_NARROW = 100;

    private static final int FEWEST_NODES = 61;

    private Exact() {}

    /// Whether there is a density: no component is an exact point.
    static boolean hasDensity(GaussianMixture law) {
        return law.covariances().stream().allMatch(covariance -> covariance.positiveDefinite());
    }

    /// From where to where a coordinate of some laws reaches, without their lightest components.
    static double[] range(List<GaussianMixture> laws, int coordinate) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (GaussianMixture law : laws) {
            int d = law.d();
            for (int k : notable(law)) {
                double mean = law.means().get(k, coordinate);
                double std = Math.sqrt(law.covariance(k).matrix()[coordinate * d + coordinate]);
                low = Math.min(low, mean - REACH * std);
                high = Math.max(high, mean + REACH * std);
            }
        }
        double room = high > low ? 0.02 * (high - low) : 1;
        return new double[] {low - room, high + room};
    }

    /// All components but the lightest, which together hold less than a share of [#UNSEEN].
    private static int[] notable(GaussianMixture law) {
        double[] weights = law.weights();
        double[] sorted = Arrays.stream(weights).sorted().toArray();
        double left = 0;
        int lightest = 0;
        while (left + sorted[lightest] < UNSEEN) {
            left += sorted[lightest++];
        }
        double least = sorted[lightest];
        return IntStream.range(0, law.k()).filter(k -> weights[k] >= least).toArray();
    }

    /// The part of the plane that holds some laws of two dimensions.
    static Window window(List<GaussianMixture> laws) {
        double[] across = range(laws, 0);
        double[] up = range(laws, 1);
        return new Window(across[0], across[1], up[0], up[1]);
    }

    /// A window for each law, of two dimensions: one that holds all of them, or a square for each where some are so
    /// small beside others that nothing would be seen of them.
    static List<Window> windows(List<GaussianMixture> laws) {
        Window all = window(laws);
        double least = laws.stream()
                .mapToDouble(law -> size(window(List.of(law))))
                .min()
                .orElse(0);
        return laws.stream()
                .map(law -> size(all) > MOST_SCALES * least ? square(window(List.of(law))) : all)
                .toList();
    }

    private static double size(Window window) {
        return Math.max(window.right() - window.left(), window.high() - window.low());
    }

    private static Window square(Window window) {
        double x = (window.left() + window.right()) / 2;
        double y = (window.low() + window.high()) / 2;
        double half = size(window) / 2;
        return new Window(x - half, x + half, y - half, y + half);
    }

    /// A range for each law on the line, by the same rule.
    static List<double[]> ranges(List<GaussianMixture> laws) {
        double[] all = range(laws, 0);
        List<double[]> own = laws.stream().map(law -> range(List.of(law), 0)).toList();
        double least = own.stream().mapToDouble(r -> r[1] - r[0]).min().orElse(0);
        return all[1] - all[0] > MOST_SCALES * least
                ? own
                : laws.stream().map(_ -> all.clone()).toList();
    }

    /// The density of a law on the line, `n × 2`, value and density, at evenly spaced nodes and at some around each
    /// component that is so narrow that these would miss it.
    static Points curve(GaussianMixture law, double[] range, int nodes) {
        double step = (range[1] - range[0]) / (nodes - 1);
        DoubleStream even = IntStream.range(0, nodes).mapToDouble(i -> range[0] + step * i);
        double[] x = DoubleStream.concat(even, narrow(law, 3 * step))
                .filter(v -> v >= range[0] && v <= range[1])
                .sorted()
                .distinct()
                .toArray();
        double[] logs = law.logDensity(Points.wrap(x, x.length, 1));
        return Points.of(IntStream.range(0, x.length)
                .mapToObj(i -> new double[] {x[i], Math.exp(logs[i])})
                .toArray(double[][]::new));
    }

    /// From −4 to 4 standard deviations around the mean of each component whose own is less.
    private static DoubleStream narrow(GaussianMixture law, double std) {
        return IntStream.range(0, Math.min(law.k(), MOST_NARROW))
                .filter(k -> law.covariance(k).matrix()[0] < std * std)
                .boxed()
                .flatMapToDouble(k -> IntStream.rangeClosed(-16, 16)
                        .mapToDouble(i -> law.means().get(k, 0)
                                + i / 4.0 * Math.sqrt(law.covariance(k).matrix()[0])));
    }

    /// A law of the first two coordinates.
    static GaussianMixture plane(GaussianMixture law) {
        return law.d() == 2 ? law : law.marginal(0, 1);
    }

    /// Contours around 50, 90 and 99 % of the mass of a law of the plane, from a grid with `side` nodes at most along
    /// an edge; none where it has no density.
    static List<Layer> contours(String name, GaussianMixture law, Window window, int side) {
        if (!hasDensity(law)) {
            return List.of();
        }
        return List.of(contours(name, grid(law, window, nodes(law, window, side))));
    }

    private static Layer contours(String name, Grid grid) {
        return new Layer.Lines(name, grid, grid.levelsOfMass(0.5, 0.9, 0.99));
    }

    /// Nodes along an edge of a window that contours need: four for the least standard deviation of a component.
    private static int nodes(GaussianMixture law, Window window, int most) {
        double least =
                law.covariances().stream().mapToDouble(Exact::leastStd).min().orElse(0);
        return (int) Math.clamp(4 * size(window) / least, FEWEST_NODES, most);
    }

    /// The root of the lesser eigenvalue, `det Σ / λ₁`.
    private static double leastStd(Covariance covariance) {
        double[] sigma = covariance.matrix();
        double greater = (sigma[0] + sigma[3]) / 2 + Math.hypot((sigma[0] - sigma[3]) / 2, sigma[1]);
        return Math.sqrt((sigma[0] * sigma[3] - sigma[1] * sigma[1]) / greater);
    }

    /// Its density as colours, and the same contours.
    static List<Layer> heat(String name, GaussianMixture law, Window window, int side) {
        if (!hasDensity(law)) {
            return List.of();
        }
        Grid grid = grid(law, window, side);
        return List.of(new Layer.Heat(name, grid), contours("", grid));
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
