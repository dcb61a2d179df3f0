package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;

/// What the bounds rest on: the order, the boxes, the shadows.
class TreeTest {
    @Test
    void everyComponentOfWeightStandsInTheTreeOnce() {
        for (PruningCases.Case c : PruningCases.all()) {
            int[] sorted = TreeBuilder.build(c.mixture()).order().clone();
            Arrays.sort(sorted);
            assertThat(sorted)
                    .as("%s", c)
                    .isEqualTo(IntStream.range(0, c.mixture().k())
                            .filter(k -> c.mixture().logWeight(k) > Double.NEGATIVE_INFINITY)
                            .toArray());
        }
    }

    @Test
    void everyBoxHoldsTheShadowsUnderIt() {
        for (PruningCases.Case c : PruningCases.all()) {
            ComponentTree tree = TreeBuilder.build(c.mixture());
            for (int b = 0; b < tree.blockCount(); b++) {
                for (int i = 0; i < tree.blockSize(b); i++) {
                    for (int j = 0; j < tree.width(); j++) {
                        double at = tree.blocks()[tree.blockAt(b) + j * ComponentTree.BLOCK + i];
                        int corner = tree.leaves()[b] * tree.width() + j;
                        assertThat(at)
                                .isBetween(
                                        tree.bounds().low()[corner],
                                        tree.bounds().high()[corner]);
                        assertThat(at)
                                .isBetween(tree.bounds().low()[j], tree.bounds().high()[j]);
                    }
                }
            }
        }
    }

    /// On means in a plane of a space of 400 dimensions what directions leave is rounding only, where its error is
    /// largest.
    @Test
    void shadowsAreNeverFartherApartThanPointsButForTheirSlack() {
        Points flat = Points.zeros(300, 400);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            for (int j = 0; j < 400; j++) {
                flat.data()[i * 400 + j] = 1000 + u * Math.sin(j) + v * Math.cos(3 * j);
            }
        }
        for (Points points : List.of(flat, PruningCases.means(300, 50, 1, 1), PruningCases.means(300, 500, 1, 1))) {
            checkShadows(Shadows.of(points), points);
        }
    }

    private static void checkShadows(Shadows shadows, Points points) {
        int d = points.d();
        double scale = 0.7;
        double[] x = new double[d];
        double[] one = new double[Shadows.WIDTH];
        double[] other = new double[Shadows.WIDTH];
        Random random = new Random(3);
        for (int i = 0; i < points.n(); i++) {
            double noise = Math.pow(10, -10 + i % 12);
            for (int j = 0; j < d; j++) {
                x[j] = scale * points.get(i, j) + noise * random.nextGaussian();
            }
            shadows.cast(x, 0, scale, one, 0);
            for (int k = 0; k < points.n(); k += 7) {
                shadows.cast(points.data(), k * d, 1, other, 0);
                double apart = distance(x, points.row(k), scale);
                double slack = shadows.slack(distance(x, x, 0), scale);
                assertThat(distance(one, other, scale)).isLessThanOrEqualTo((apart + slack) * shadows.stretch());
                assertFine(shadows, x, points, k, scale, one, other, (apart + slack) * shadows.stretch());
            }
        }
    }

    private static void assertFine(
            Shadows shadows,
            double[] x,
            Points points,
            int k,
            double scale,
            double[] one,
            double[] other,
            double bound) {
        double[] fineOne = new double[shadows.fineWidth()];
        double[] fineOther = new double[shadows.fineWidth()];
        if (fineOne.length > 0) {
            shadows.castFine(x, 0, scale, one, 0, fineOne, 0);
            shadows.castFine(points.data(), k * points.d(), 1, other, 0, fineOther, 0);
            double rest = one[0] - scale * other[0];
            double coarse = distance(one, other, scale);
            double fine = distance(fineOne, fineOther, scale);
            assertThat(Math.sqrt(Math.max(0, coarse * coarse - rest * rest) + fine * fine))
                    .isLessThanOrEqualTo(bound * (1 + 1e-12));
        }
    }

    private static double distance(double[] x, double[] y, double scale) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            double away = x[j] - scale * y[j];
            sum += away * away;
        }
        return Math.sqrt(sum);
    }

    @Test
    void oneNumberBoundsTheDeterminantAtEveryNoiseLevel() {
        Random random = new Random(4);
        for (Covariance c : List.of(
                new Isotropic(0.3, 3),
                Diagonal.of(0.1, 2, 5),
                Spectral.of(new double[] {2, 0.5, 0.1, 0.5, 1, 0.2, 0.1, 0.2, 3}, 3),
                LowRank.of(new double[] {1, 2, 3}, 1, 0.1, 0.2, 3))) {
            for (int i = 0; i < 50; i++) {
                double a = Math.exp(3 * random.nextGaussian());
                double b = Math.exp(3 * random.nextGaussian());
                Covariance noisy = c.scaledPlus(a, b);
                double least = Covariance.combine(a, StdBounds.geometric(c), b);
                double most = Covariance.combine(a, StdBounds.largest(c), b);
                assertThat(noisy.logDeterminant()).isGreaterThanOrEqualTo(6 * Math.log(least) - 1e-12);
                assertThat(noisy.logDeterminant()).isLessThanOrEqualTo(6 * Math.log(most) + 1e-12);
            }
        }
    }
}
