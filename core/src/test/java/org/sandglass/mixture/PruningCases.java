package org.sandglass.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sandglass.linalg.Points;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;

/// Mixtures of many components, of all the shapes that pruning must get right, and points under them.
final class PruningCases {
    /// A scale and a noise level.
    record Level(double a, double b) {}

    static final List<Level> LEVELS = List.of(
            new Level(1, 0),
            new Level(0.9, 0.1),
            new Level(1, 0.4),
            new Level(1e-3, 1e-3),
            new Level(0.3, 2),
            new Level(0, 1));

    record Case(String name, GaussianMixture mixture) {
        @Override
        public String toString() {
            return name;
        }
    }

    private PruningCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (int d : new int[] {1, 2, 3, 17, 33, 50}) {
            cases.add(new Case("one std, d=" + d, round(1000, d, 3, d)));
        }
        cases.add(new Case("finer shadows", round(600, 400, 1, 5)));
        for (Structure structure : Structure.values()) {
            cases.add(new Case(structure + " d=2", wide(structure, 2, 700)));
            cases.add(new Case(structure + " d=6", wide(structure, 6, 520)));
        }
        cases.add(new Case("diagonal d=40", wide(Structure.DIAGONAL, 40, 600)));
        cases.add(new Case("low rank d=40", wide(Structure.LOW_RANK, 40, 520)));
        cases.add(new Case("unequal weights", reweighted(round(1025, 2, 5, 1))));
        cases.add(new Case("unequal weights, mixed", reweighted(wide(Structure.MIXED, 3, 900))));
        cases.add(new Case("duplicates", duplicates()));
        cases.add(new Case(
                "all means equal", GaussianMixture.equallyWeighted(Points.zeros(600, 2), new Isotropic(1, 2))));
        cases.add(new Case("points", GaussianMixture.equallyWeighted(means(2000, 2, 4, 8), new Isotropic(0, 2))));
        cases.add(new Case("points d=50", GaussianMixture.equallyWeighted(means(800, 50, 1, 8), new Isotropic(0, 50))));
        cases.add(new Case("a heavy cluster far away", heavyFarCluster()));
        return cases;
    }

    static Points means(int k, int d, double spread, long seed) {
        Random random = new Random(seed);
        Points out = Points.zeros(k, d);
        Arrays.setAll(out.data(), _ -> spread * random.nextGaussian());
        return out;
    }

    static GaussianMixture round(int k, int d, double spread, long seed) {
        return GaussianMixture.equallyWeighted(means(k, d, spread, seed), new Isotropic(0.1, d));
    }

    /// As [RandomMixtures#of], a hundred times as far apart.
    private static GaussianMixture wide(Structure structure, int d, int k) {
        GaussianMixture given = RandomMixtures.of(structure, d, k, 7 + d).mixture();
        Points means = given.means().copy();
        Arrays.setAll(means.data(), i -> 100 * means.data()[i]);
        return GaussianMixture.ofLogits(given.logWeights(), means, given.covariances());
    }

    /// Weights over 300 orders of magnitude, some 0.
    private static GaussianMixture reweighted(GaussianMixture given) {
        Random random = new Random(5);
        double[] logits = new double[given.k()];
        Arrays.setAll(logits, i -> i % 9 == 4 ? Double.NEGATIVE_INFINITY : -700 * Math.pow(random.nextDouble(), 4));
        return GaussianMixture.ofLogits(logits, given.means(), given.covariances());
    }

    private static GaussianMixture duplicates() {
        Points few = means(40, 2, 3, 4);
        Points means = Points.zeros(1000, 2);
        for (int k = 0; k < 1000; k++) {
            System.arraycopy(few.row(k * k % 40), 0, means.data(), 2 * k, 2);
        }
        return GaussianMixture.equallyWeighted(means, new Isotropic(0.05, 2));
    }

    /// A thousand light components about the origin, and a few far away that hold all but e⁻³⁰⁰ of the weight: at
    /// a point between, they balance.
    private static GaussianMixture heavyFarCluster() {
        Points means = means(1000, 2, 0.5, 3);
        double[] logits = new double[1000];
        for (int k = 0; k < 1000; k++) {
            boolean heavy = k % 250 == 0;
            logits[k] = heavy ? 0 : -300;
            means.data()[2 * k] += heavy ? 25 : 0;
        }
        return GaussianMixture.ofLogits(logits, means, Collections.nCopies(1000, new Isotropic(1, 2)));
    }

    /// A component at the origin, 7999 others in a plane at `share` of the distance at which each is left out, and
    /// 4000 far away.
    static GaussianMixture ring(double share, Covariance covariance) {
        int k = 12_000;
        Points means = Points.zeros(k, covariance.d());
        double limit = 0.1 * Math.sqrt(2 * (NoisyTree.DEPTH + Math.log(k)));
        for (int i = 1; i < k; i++) {
            double radius = i < 8000 ? share * limit : 10 + 0.001 * i;
            means.data()[i * covariance.d()] = radius * Math.cos(0.1 * i);
            means.data()[i * covariance.d() + 1] = radius * Math.sin(0.1 * i);
        }
        return GaussianMixture.equallyWeighted(means, covariance);
    }

    /// Points on means, among them, between them and far from all.
    static Points points(Case c, Level level) {
        GaussianMixture mixture = c.mixture();
        int d = mixture.d();
        Random random = new Random(11);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double[] near = mixture.means().row(random.nextInt(mixture.k()));
            double[] other = mixture.means().row(random.nextInt(mixture.k()));
            double spread = i % 3 * 0.5 * Math.hypot(level.b(), 0.1 * level.a());
            double share = i < 8 ? 0 : 0.5;
            double[] row = new double[d];
            for (int j = 0; j < d; j++) {
                double mean = level.a() * (near[j] + share * (other[j] - near[j]));
                row[j] = mean + spread * random.nextGaussian();
            }
            rows.add(row);
        }
        for (double distance : new double[] {0, 12, 1e3, 1e7, 1e12, 1e160}) {
            double[] row = new double[d];
            Arrays.fill(row, distance);
            rows.add(row);
        }
        return Points.of(rows.toArray(double[][]::new));
    }
}
