package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;

/// Figures of a mixture of two Gaussians in the plane, whose numbers are computed here.
final class PlaneExamples {
    private PlaneExamples() {}

    static final Window WINDOW = new Window(-4, 4, -3, 3);

    /// Weights, means and covariances `xx, xy, yy` of the two components.
    private static final double[][] COMPONENTS = {{0.4, -1.5, -0.5, 0.5, 0.3, 0.5}, {0.6, 1.3, 0.6, 0.9, -0.2, 0.25}};

    /// The density after scaling by `alpha` and adding noise `sigma`.
    static double density(double x, double y, double alpha, double sigma) {
        double sum = 0;
        for (double[] c : COMPONENTS) {
            double xx = alpha * alpha * c[3] + sigma * sigma;
            double xy = alpha * alpha * c[4];
            double yy = alpha * alpha * c[5] + sigma * sigma;
            double determinant = xx * yy - xy * xy;
            double dx = x - alpha * c[1];
            double dy = y - alpha * c[2];
            double square = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
            sum += c[0] * Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant));
        }
        return sum;
    }

    static Grid grid(double alpha, double sigma) {
        return Grid.of(WINDOW, 121, 91, (x, y) -> density(x, y, alpha, sigma));
    }

    /// The gradient of the log density, by differences.
    private static double[] score(double x, double y, double alpha, double sigma) {
        double h = 1e-5;
        double dx = Math.log(density(x + h, y, alpha, sigma)) - Math.log(density(x - h, y, alpha, sigma));
        double dy = Math.log(density(x, y + h, alpha, sigma)) - Math.log(density(x, y - h, alpha, sigma));
        return new double[] {dx / (2 * h), dy / (2 * h)};
    }

    static Points draws(int n, double alpha, double sigma, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] c = COMPONENTS[random.nextDouble() < 0.4 ? 0 : 1];
            double a = Math.sqrt(c[3]);
            double z0 = random.nextGaussian();
            double z1 = random.nextGaussian();
            double x = c[1] + a * z0;
            double y = c[2] + c[4] / a * z0 + Math.sqrt(c[5] - c[4] * c[4] / c[3]) * z1;
            rows[i] =
                    new double[] {alpha * x + sigma * random.nextGaussian(), alpha * y + sigma * random.nextGaussian()};
        }
        return Points.of(rows);
    }

    static List<Ellipse> ellipses(double radius) {
        return IntStream.range(0, 2)
                .mapToObj(k -> COMPONENTS[k])
                .map(c -> new Ellipse(c[1], c[2], c[3], c[4], c[5], radius))
                .toList();
    }

    static Points centres() {
        return Points.of(new double[] {-1.5, -0.5}, new double[] {1.3, 0.6});
    }

    static PlaneFigure density() {
        Grid grid = grid(1, 0);
        List<Ellipse> ellipses = new ArrayList<>(ellipses(1));
        ellipses.addAll(ellipses(2));
        Scene scene = new Scene(
                "",
                WINDOW,
                new Layer.Heat("density", grid),
                new Layer.Lines("half, nine tenths and 99 % of the mass", grid, grid.levelsOfMass(0.5, 0.9, 0.99)),
                new Layer.Samples("exact draws", draws(500, 1, 0, 1)),
                new Layer.Ellipses("one and two standard deviations", ellipses),
                new Layer.Centres("component means", centres()));
        return new PlaneFigure(Sheet.column("Two components in the plane", "Exact density; 500 exact draws."), scene);
    }

    /// The mixture on its way to noise, `α = cos(πt/2)`, `σ = sin(πt/2)`.
    static PlaneFigure evolution() {
        List<Scene> scenes = new ArrayList<>();
        for (double t : new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}) {
            double alpha = Math.cos(Math.PI / 2 * t);
            double sigma = Math.sin(Math.PI / 2 * t);
            Grid grid = grid(alpha, sigma);
            scenes.add(new Scene(
                    "t = " + (t == 0 || t == 1 ? (int) t + "" : t),
                    WINDOW,
                    new Layer.Lines("exact density, 8 levels", grid, grid.levels(8)),
                    new Layer.Samples("forward draws", draws(200, alpha, sigma, 2)),
                    arrows(alpha, sigma)));
        }
        return new PlaneFigure(
                Sheet.page("From data to noise", "Exact densities and scores at six times; 200 draws each."), scenes);
    }

    private static Layer arrows(double alpha, double sigma) {
        Points nodes = Grid.nodes(new Window(-3.5, 3.5, -2.5, 2.5), 9, 7);
        double[][] vectors = new double[nodes.n()][];
        for (int i = 0; i < nodes.n(); i++) {
            vectors[i] = score(nodes.get(i, 0), nodes.get(i, 1), alpha, sigma);
        }
        return new Layer.Arrows("score", nodes, Points.of(vectors));
    }

    /// Paths of the flow to data, by many small steps.
    static PlaneFigure trajectories() {
        Grid grid = grid(1, 0);
        Random random = new Random(3);
        List<Points> paths = IntStream.range(0, 40).mapToObj(_ -> path(random)).toList();
        Scene scene = new Scene(
                "",
                WINDOW,
                new Layer.Lines("exact density, 8 levels", grid, grid.levels(8)),
                new Layer.Paths("flow from noise (dark) to data (bright)", paths));
        return new PlaneFigure(
                Sheet.column("The probability flow", "40 paths from N(0, I), 96 Euler steps in the cosine schedule."),
                scene);
    }

    /// `dx/dt = f x − ½ g² s` with `f = −(π/2) tan(πt/2)` and `g² = −2f`, from `t = 0.99` down to 0.
    private static Points path(Random random) {
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        int steps = 96;
        double[][] rows = new double[steps + 1][];
        for (int i = 0; i <= steps; i++) {
            rows[i] = new double[] {x, y};
            double t = 0.99 * (1 - i / (double) steps);
            double f = -Math.PI / 2 * Math.tan(Math.PI / 2 * t);
            double[] score = score(x, y, Math.cos(Math.PI / 2 * t), Math.sin(Math.PI / 2 * t));
            x -= 0.99 / steps * f * (x + score[0]);
            y -= 0.99 / steps * f * (y + score[1]);
        }
        return Points.of(rows);
    }

    /// How far a made-up network is from the exact score: its size as colours, itself as arrows.
    static PlaneFigure errorField() {
        Points nodes = Grid.nodes(new Window(-3.5, 3.5, -2.5, 2.5), 12, 9);
        double[][] vectors = new double[nodes.n()][];
        for (int i = 0; i < nodes.n(); i++) {
            vectors[i] = error(nodes.get(i, 0), nodes.get(i, 1));
        }
        Grid size = Grid.of(WINDOW, 121, 91, (x, y) -> Math.hypot(error(x, y)[0], error(x, y)[1]));
        Grid exact = grid(1, 0);
        Scene scene = new Scene(
                "",
                WINDOW,
                new Layer.Heat("size of the error", size),
                new Layer.Lines("half, nine tenths and 99 % of the mass", exact, exact.levelsOfMass(0.5, 0.9, 0.99)),
                new Layer.Arrows("error", nodes, Points.of(vectors)));
        return new PlaneFigure(
                Sheet.column("Error of a network's score", "t = 0.3. A made-up network that forgets far points."),
                scene);
    }

    private static double[] error(double x, double y) {
        double share = 0.3 * (1 - Math.exp(-(x * x + y * y) / 8));
        double[] score = score(x, y, 0.9, 0.45);
        return new double[] {-share * score[0], -share * score[1]};
    }

    /// `y = x₀ + x₁` was measured as 1 with noise 0.3; the posterior by Bayes' rule at the nodes.
    static PlaneFigure posterior() {
        Layer line = new Layer.Measurement("measurement x_{0} + x_{1} = 1 ± 0.6", 1, 1, 1, 0.3);
        Grid prior = grid(1, 0);
        Grid posterior =
                Grid.of(WINDOW, 121, 91, (x, y) -> density(x, y, 1, 0) * Math.exp(-(x + y - 1) * (x + y - 1) / 0.18));
        return new PlaneFigure(
                Sheet.page(
                        "Prior and posterior",
                        "Exact densities; the band is two standard deviations of the noise wide."),
                List.of(
                        new Scene("Prior", WINDOW, new Layer.Heat("density", prior), line),
                        new Scene("Posterior", WINDOW, new Layer.Heat("density", posterior), line)));
    }
}
