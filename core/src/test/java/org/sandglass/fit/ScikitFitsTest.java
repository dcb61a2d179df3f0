package org.sandglass.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;
import org.sandglass.testing.Reference;

/// From the same start, without a prior, our fits are scikit-learn's with `reg_covar = 0`
/// (`src/test/python/scikit_fits.py`).
class ScikitFitsTest {
    static Stream<Reference> fits() {
        return Reference.read("scikit_fits.json").get("fits").elements();
    }

    static Stream<Reference> factors() {
        return Reference.read("scikit_fits.json").get("factors").elements();
    }

    /// scikit-learn compares the log likelihoods before its last two M steps, we those after: where a
    /// tolerance ends the fit, it takes one more.
    @ParameterizedTest
    @MethodSource("fits")
    void aFitFromTheSameStartHasTheSameLikelihoodAndParameters(Reference c) {
        Points points = data(c);
        int[] rows = Arrays.stream(c.doubles("rows")).mapToInt(r -> (int) r).toArray();
        double tolerance = c.number("tolerance");
        int iterations = (int) c.number("iterations");
        Structure structure = Structure.of(c.text("covariance")).orElseThrow();
        Fit fit = fit(points, structure, start(points, rows), tolerance, iterations);
        double score = fit.end().logLikelihood() / points.n();
        assertThat(score).isCloseTo(c.number("score"), within(1e-8 + 2 * tolerance));
        if (tolerance > 0) {
            assertThat(fit.iterations()).isEqualTo(iterations - 1);
        } else {
            assertThat(fit.iterations() == iterations || fit.converged()).isTrue();
            assertThat(fit.bic()).isCloseTo(c.number("bic"), within(1e-8 * points.n()));
            assertThat(fit.aic()).isCloseTo(c.number("aic"), within(1e-8 * points.n()));
            // Where rounding ended the fit, the parameters are right to the root of it.
            double close = fit.iterations() == iterations ? 1e-8 : 1e-6;
            nearAsWhole("weights", fit.mixture().weights(), c.doubles("weights"), close, 0);
            nearAsWhole("means", fit.mixture().means().data(), c.doubles("means"), close, 0);
        }
    }

    /// The maximum likelihood of one factor analyser on the digits, by another algorithm (singular vectors,
    /// Barber 2012): ours comes within what EM leaves when an iteration gains less than 1e-13 per row.
    @ParameterizedTest
    @MethodSource("factors")
    void oneFactorAnalyserReachesTheMaximumLikelihood(Reference c) {
        Points points = data(c);
        Structure structure = new Structure.LowRank((int) c.number("rank"));
        FitSettings settings =
                FitSettings.usual(structure).withPrior(new VariancePrior.Off()).withEnd(1e-14, 20_000);
        Fit fit = new MixtureFitter(points, settings, Loop.HERE).fit(1, FitObserver.NONE);
        assertThat(fit.end().logLikelihood() / points.n()).isCloseTo(c.number("score"), within(1e-8));
        double[] noise = ((LowRank) fit.mixture().covariance(0)).noiseStds();
        nearAsWhole("noise variances", Arrays.stream(noise).map(s -> s * s).toArray(), c.doubles("noise"), 1e-3, 0);
    }

    private static Points data(Reference c) {
        return switch (c.text("data")) {
            case "penguins" -> Data.penguins();
            default -> Data.digitRows();
        };
    }

    private static Fit fit(
            Points points, Structure structure, GaussianMixture start, double tolerance, int iterations) {
        FitSettings settings = FitSettings.usual(structure)
                .withPrior(new VariancePrior.Off())
                .withStart(new Start.Mixture(start))
                .withEnd(tolerance, iterations);
        return new MixtureFitter(points, settings, Loop.HERE).fit(start.k(), FitObserver.NONE);
    }

    /// Equal weights, rows as means, the covariance of all rows.
    private static GaussianMixture start(Points points, int... rows) {
        Covariance covariance = Spectral.of(SampleMoments.covariance(points), points.d());
        double[][] means = Arrays.stream(rows).mapToObj(points::row).toArray(double[][]::new);
        return GaussianMixture.equallyWeighted(Points.of(means), Collections.nCopies(rows.length, covariance));
    }
}
