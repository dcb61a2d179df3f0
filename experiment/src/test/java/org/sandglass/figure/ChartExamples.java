package org.sandglass.figure;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;

/// Charts of numbers that are computed here.
final class ChartExamples {
    private ChartExamples() {}

    private static final double[][] COMPONENTS = {{0.3, -2, 0.5}, {0.7, 1, 0.8}};

    /// Two components on the line after scaling by `alpha` and adding noise `sigma`.
    static double density(double x, double alpha, double sigma) {
        double sum = 0;
        for (double[] c : COMPONENTS) {
            double variance = alpha * alpha * c[2] * c[2] + sigma * sigma;
            double d = x - alpha * c[1];
            sum += c[0] * Math.exp(-d * d / variance / 2) / Math.sqrt(2 * Math.PI * variance);
        }
        return sum;
    }

    static Points curve(double from, double to, int n, DoubleUnaryOperator f) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double x = from + (to - from) * i / (n - 1);
            rows[i] = new double[] {x, f.applyAsDouble(x)};
        }
        return Points.of(rows);
    }

    private static Points draws(int n, long seed) {
        Random random = new Random(seed);
        double[] values = IntStream.range(0, n)
                .mapToDouble(_ -> {
                    double[] c = COMPONENTS[random.nextDouble() < 0.3 ? 0 : 1];
                    return c[1] + c[2] * random.nextGaussian();
                })
                .toArray();
        return Points.wrap(values, n, 1);
    }

    static Figure line() {
        return new DensityFigure(
                Sheet.column("Two components on the line", "2000 exact draws, 60 bins; the rug shows 300."),
                "x",
                List.of(new DensityFigure.Law("exact density", curve(-4.5, 4.5, 181, x -> density(x, 1, 0)))),
                List.of(new DensityFigure.Sample("exact draws", draws(2000, 1))),
                60);
    }

    /// Exact quantile paths: a path keeps its rank under the probability flow.
    static FanFigure fan(List<Double> cuts) {
        int n = 400;
        List<Double> times =
                IntStream.rangeClosed(0, 60).mapToObj(i -> 1 - i / 60.0).toList();
        double[][] rows = new double[n][times.size()];
        for (int j = 0; j < times.size(); j++) {
            double[] values = quantiles(times.get(j), n);
            for (int i = 0; i < n; i++) {
                rows[i][j] = values[i];
            }
        }
        return new FanFigure(
                Sheet.page(
                        "The probability flow on the line",
                        "Quantile paths from noise (t = 1) to data (t = 0), cosine schedule."),
                "x",
                "time t",
                times,
                Points.of(rows),
                curve(-4.5, 4.5, 121, x -> density(x, 0, 1)),
                curve(-4.5, 4.5, 121, x -> density(x, 1, 0)),
                40,
                FanFigure.By.END,
                cuts);
    }

    /// Values with `(i + ½)/n` of the law to their left, by bisection.
    private static double[] quantiles(double t, int n) {
        double alpha = Math.cos(Math.PI / 2 * t);
        double sigma = Math.sin(Math.PI / 2 * t);
        int nodes = 4001;
        double[] cumulative = new double[nodes];
        for (int k = 1; k < nodes; k++) {
            cumulative[k] =
                    cumulative[k - 1] + density(-6 + 12.0 * (k - 0.5) / (nodes - 1), alpha, sigma) * 12 / (nodes - 1);
        }
        double[] values = new double[n];
        int k = 1;
        for (int i = 0; i < n; i++) {
            while (k < nodes - 1 && cumulative[k] < (i + 0.5) / n) {
                k++;
            }
            values[i] = -6 + 12.0 * k / (nodes - 1);
        }
        return values;
    }

    static Figure fan() {
        return fan(List.of());
    }

    static Figure segments() {
        return fan(List.of(0.5, 0.15));
    }

    static Figure masses() {
        Points truth = Points.of(new double[] {0.4}, new double[] {0.3}, new double[] {0.2}, new double[] {0.1});
        return new MassFigure(
                Sheet.column("Masses of four modes", "10 000 draws each; intervals of 95 %. Made-up numbers."),
                truth,
                List.of(
                        new MassFigure.Estimate("ddim-20", masses(0.43, 0.31, 0.19, 0.07)),
                        new MassFigure.Estimate("heun-20", masses(0.402, 0.296, 0.203, 0.099))));
    }

    private static Points masses(double... values) {
        double[][] rows = new double[values.length][];
        for (int i = 0; i < rows.length; i++) {
            double half = 1.96 * Math.sqrt(values[i] * (1 - values[i]) / 10000);
            rows[i] = new double[] {values[i], values[i] - half, values[i] + half};
        }
        return Points.of(rows);
    }

    static Figure trace() {
        int steps = 100;
        double[][] ess = new double[steps][];
        double[][] weights = new double[steps][];
        double value = 1;
        double spread = 0;
        for (int i = 0; i < steps; i++) {
            ess[i] = new double[] {i, value};
            weights[i] = new double[] {i, -spread * 2 - 0.2 * spread, -0.5 * spread * spread, spread * 1.2};
            value *= 0.975;
            spread += 0.06;
            if (value < 0.5) {
                value = 1;
                spread = 0;
            }
        }
        Points resampled = Points.of(new double[] {28}, new double[] {56}, new double[] {84});
        return new TraceFigure(
                Sheet.column("Weights of 1000 particles", "Band: 5 % to 95 % of the log weights. Made-up numbers."),
                Points.of(ess),
                0.5,
                resampled,
                Points.of(weights));
    }

    static Figure loss() {
        Random random = new Random(5);
        return new LossFigure(
                Sheet.column("Training", "Means over batches of 512. Made-up numbers."),
                "loss",
                Measure.Kind.LOG,
                List.of(
                        new LossFigure.Run(
                                "training",
                                curve(
                                        1,
                                        5000,
                                        120,
                                        x -> (0.12 + 0.9 / Math.sqrt(x)) * Math.exp(0.05 * random.nextGaussian()))),
                        new LossFigure.Run("held out", curve(1, 5000, 30, x -> 0.125 + 0.95 / Math.sqrt(x)))),
                List.of(new LossFigure.Optimum("exact optimum", 0.12)));
    }

    static Figure calibration() {
        return new CalibrationFigure(
                Sheet.column("p-values under the truth", "400 runs; intervals of 95 %. Made-up numbers."),
                "level",
                "share of p-values below",
                List.of(
                        new CalibrationFigure.Series("ks", shares(1)),
                        new CalibrationFigure.Series("too bold", shares(0.7))));
    }

    private static Points shares(double power) {
        double[][] rows = new double[9][];
        for (int i = 0; i < 9; i++) {
            double level = (i + 1) / 10.0;
            double share = Math.pow(level, power);
            double half = 1.96 * Math.sqrt(share * (1 - share) / 400);
            rows[i] = new double[] {level, share, share - half, share + half};
        }
        return Points.of(rows);
    }

    static Figure pairs() {
        Random random = new Random(9);
        double[][] a = new double[150][];
        double[][] b = new double[150][];
        for (int i = 0; i < 150; i++) {
            double z = random.nextGaussian();
            a[i] = new double[] {39 + 2.5 * z, 18 + random.nextGaussian(), 190 + 5 * z + 4 * random.nextGaussian()};
            double w = random.nextGaussian();
            b[i] = new double[] {47 + 3 * w, 15 + 0.6 * w + 0.7 * random.nextGaussian(), 217 + 6 * random.nextGaussian()
            };
        }
        List<Grid> planes = List.of(
                plane(30, 60, 12, 22, 39, 18, 2.5, 1, 47, 15, 3, 0.9),
                plane(30, 60, 170, 240, 39, 190, 2.5, 6.4, 47, 217, 3, 6),
                plane(12, 22, 170, 240, 18, 190, 1, 6.4, 15, 217, 0.9, 6));
        List<Points> curves = List.of(
                curve(28, 60, 100, x -> normal(x, 39, 2.5) / 2 + normal(x, 47, 3) / 2),
                curve(12, 22, 100, x -> normal(x, 18, 1) / 2 + normal(x, 15, 0.92) / 2),
                curve(165, 245, 100, x -> normal(x, 190, 6.4) / 2 + normal(x, 217, 6) / 2));
        return new PairFigure(
                Sheet.column(
                        "Two kinds of birds", "150 made-up birds each; lines hold half, 90 % and 99 % of a density."),
                List.of("bill (mm)", "depth (mm)", "flipper (mm)"),
                List.of(new PairFigure.Cloud("kind A", Points.of(a)), new PairFigure.Cloud("kind B", Points.of(b))),
                curves,
                planes);
    }

    private static double normal(double x, double mean, double std) {
        return Math.exp(-(x - mean) * (x - mean) / (2 * std * std)) / (std * Math.sqrt(2 * Math.PI));
    }

    private static Grid plane(double l, double r, double lo, double hi, double... p) {
        return Grid.of(
                new Window(l, r, lo, hi),
                81,
                81,
                (x, y) -> normal(x, p[0], p[2]) * normal(y, p[1], p[3]) / 2
                        + normal(x, p[4], p[6]) * normal(y, p[5], p[7]) / 2);
    }

    /// A ring that appears out of noise.
    static Figure tiles() {
        Random random = new Random(4);
        double[] noise = IntStream.range(0, 6 * 256)
                .mapToDouble(_ -> random.nextGaussian())
                .toArray();
        double[][] forward = new double[6][256];
        double[][] clean = new double[6][256];
        for (int i = 0; i < 6; i++) {
            double sigma = 1 - i / 5.0;
            for (int p = 0; p < 256; p++) {
                double r = Math.hypot(p % 16 - 7.5, Math.floorDiv(p, 16) - 7.5);
                double ring = Math.exp(-(r - 4.5) * (r - 4.5) / 2);
                forward[i][p] = (1 - sigma) * ring + sigma * (0.5 + 0.5 * noise[256 * i + p]);
                clean[i][p] = ring * Math.min(1, 0.4 + i / 6.0);
            }
        }
        return new TileFigure(
                Sheet.column("From noise to a ring", "16 × 16 pixels at six times. Made-up images."),
                16,
                16,
                0,
                1,
                List.of("σ = 1", "0.8", "0.6", "0.4", "0.2", "0"),
                List.of(
                        new TileFigure.Row("x_{t}", Points.of(forward)),
                        new TileFigure.Row("E[x_{0}|x_{t}]", Points.of(clean))));
    }
}
