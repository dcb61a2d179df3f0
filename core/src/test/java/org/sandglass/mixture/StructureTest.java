package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sandglass.testing.Near.near;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Case;
import org.sandglass.testing.RandomMixtures.Structure;

/// The structure in which a covariance is given never changes an answer, at any noise level.
class StructureTest {
    private static final double[][] LEVELS = {{1, 0}, {0.9, 0.4}, {1e-3, 1}, {0, 1}, {1, 100}};

    static Stream<Case> isotropic() {
        return cases(Structure.ISOTROPIC);
    }

    static Stream<Case> diagonal() {
        return cases(Structure.DIAGONAL);
    }

    static Stream<Case> lowRank() {
        return cases(Structure.LOW_RANK);
    }

    static Stream<Case> any() {
        return RandomMixtures.all().stream();
    }

    private static Stream<Case> cases(Structure structure) {
        return RandomMixtures.all().stream().filter(c -> c.name().startsWith(structure.name()));
    }

    @ParameterizedTest
    @MethodSource("isotropic")
    void isotropicIsDiagonal(Case c) {
        same(c, c.mixture(), restructured(c, s -> Diagonal.of(stds(s))));
    }

    @ParameterizedTest
    @MethodSource({"isotropic", "diagonal", "lowRank"})
    void everythingIsFull(Case c) {
        same(c, c.mixture(), restructured(c, s -> Spectral.of(s.matrix(), s.d())));
    }

    @ParameterizedTest
    @MethodSource({"isotropic", "diagonal"})
    void independentCoordinatesAreLowRankWithAnEmptyFactor(Case c) {
        same(c, c.mixture(), restructured(c, s -> LowRank.of(new double[2 * s.d()], 2, stds(s))));
    }

    /// Half the variance in a factor of rank `d`, the other half in the noise.
    @ParameterizedTest
    @MethodSource({"isotropic", "diagonal"})
    void independentCoordinatesAreLowRankOfFullRank(Case c) {
        same(c, c.mixture(), restructured(c, s -> {
            double[] half = Arrays.stream(stds(s)).map(v -> v * Math.sqrt(0.5)).toArray();
            double[] factor = new double[s.d() * s.d()];
            for (int j = 0; j < s.d(); j++) {
                factor[j * s.d() + j] = half[j];
            }
            return LowRank.of(factor, s.d(), half);
        }));
    }

    /// A column twice, each `√½` of itself, is the column once; so is a factor with more columns than rows.
    @ParameterizedTest
    @MethodSource("lowRank")
    void columnsThatRepeatAddUp(Case c) {
        same(c, c.mixture(), restructured(c, s -> {
            LowRank given = (LowRank) s;
            int d = given.d();
            int rank = given.rank();
            int copies = d + 1;
            double[] factor = new double[d * rank * copies];
            for (int i = 0; i < factor.length; i++) {
                factor[i] = given.factor()[i / (rank * copies) * rank + i % rank] / Math.sqrt(copies);
            }
            return LowRank.of(factor, rank * copies, given.noiseStds());
        }));
    }

    @ParameterizedTest
    @MethodSource("any")
    void aRotationTurnsTheScoreAndKeepsTheDensity(Case c) {
        int d = c.mixture().d();
        double[][] q = rotation(d, c.seed());
        GaussianMixture turned = c.mixture().affine(q, new double[d]);
        for (double[] level : LEVELS) {
            NoisyMixture law = c.mixture().underNoise(level[0], level[1]);
            NoisyMixture turnedLaw = turned.underNoise(level[0], level[1]);
            Points x = RandomMixtures.around(c.mixture(), level[0], level[1], 3, 9);
            Points y = turn(q, x);
            near(c + " log density", turnedLaw.logDensity(y), law.logDensity(x));
            nearAsWhole(
                    c + " score",
                    turnedLaw.score(y).data(),
                    turn(q, law.score(x)).data(),
                    1e-10,
                    1);
            nearAsWhole(
                    c + " x0",
                    turnedLaw.posteriorMean(y).data(),
                    turn(q, law.posteriorMean(x)).data(),
                    1e-10,
                    1);
        }
    }

    private static void same(Case c, GaussianMixture one, GaussianMixture other) {
        for (double[] level : LEVELS) {
            NoisyMixture p = one.underNoise(level[0], level[1]);
            NoisyMixture q = other.underNoise(level[0], level[1]);
            Points x = RandomMixtures.around(one, level[0], level[1], 3, c.seed());
            near(c + " log density", q.logDensity(x), p.logDensity(x));
            nearAsWhole(c + " score", q.score(x).data(), p.score(x).data(), 1e-10, 1);
            nearAsWhole(c + " x0", q.posteriorMean(x).data(), p.posteriorMean(x).data(), 1e-10, 1);
            near(c + " divergence", q.divergence(x), p.divergence(x), 1e-9); // sums of d terms that cancel
            double[] point = x.row(0);
            nearAsWhole(c + " Hessian", q.hessian(point), p.hessian(point), 1e-10, 1);
            nearAsWhole(c + " Cov", q.posteriorCovariance(point), p.posteriorCovariance(point), 1e-10, 1e-3);
        }
        assertThat(other.covariance(0).trace())
                .isCloseTo(one.covariance(0).trace(), org.assertj.core.api.Assertions.withinPercentage(1e-10));
    }

    private static GaussianMixture restructured(Case c, UnaryOperator<Covariance> structure) {
        List<Covariance> covariances =
                c.mixture().covariances().stream().map(structure).toList();
        return GaussianMixture.ofLogits(c.mixture().logWeights(), c.mixture().means(), covariances);
    }

    private static double[] stds(Covariance c) {
        return Factors.independentStds(c);
    }

    private static double[][] rotation(int d, long seed) {
        DMatrixRMaj normal = org.sandglass.linalg.Matrices.of(RandomMixtures.normals(new Random(seed), d, d), "normal");
        var qr = DecompositionFactory_DDRM.qr(d, d);
        qr.decompose(normal);
        DMatrixRMaj q = qr.getQ(null, false);
        double[][] out = new double[d][];
        Arrays.setAll(out, i -> Arrays.copyOfRange(q.data, i * d, (i + 1) * d));
        return out;
    }

    private static Points turn(double[][] q, Points x) {
        Points out = Points.zeros(x.n(), x.d());
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < x.d(); j++) {
                for (int k = 0; k < x.d(); k++) {
                    out.data()[i * x.d() + j] += q[j][k] * x.get(i, k);
                }
            }
        }
        return out;
    }
}
