package org.sandglass.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sandglass.testing.Near.near;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Spectral;
import org.sandglass.testing.DiffuseModel;
import org.sandglass.testing.Reference;

/// diffuse's mixtures with full covariances: marginals, scores, exact posteriors, and posteriors that were
/// diffused.
///
/// diffuse clips `α` and `σ` near both ends, so at each time the comparison is under its `α` and `σ`. Its
/// densities are not in log space: far away they are 0 and the score NaN; there ours must be finite.
class DiffuseCasesTest {
    static Stream<Reference> cases() {
        return Reference.read("diffuse_cases.json").get("cases").elements();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void marginalsAgree(Reference c) {
        c.get("at_t").elements().forEach(e -> agree(at(c, e).marginal(), e, "_t"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void densitiesAndScoresAgree(Reference c) {
        Points x = Points.of(c.rows("x"));
        c.get("at_t").elements().forEach(e -> {
            double[] density =
                    Arrays.stream(at(c, e).logDensity(x)).map(Math::exp).toArray();
            near(e + " density", density, e.doubles("rho_t"));
            scoresAgree(e + " score", at(c, e).score(x), e.rows("score"));
        });
    }

    /// diffuse has `α(0) = 0.9999` and `σ(0) = 0.001` where they are 1 and 0.
    @ParameterizedTest
    @MethodSource("cases")
    void atTimeZeroOursIsTheDataItself(Reference c) {
        GaussianMixture mixture = mixture(c.get("mixture"));
        Points x = Points.of(c.rows("x"));
        NoisyMixture start =
                new DiffusedMixture(mixture, DiffuseModel.named(c.text("model")).schedule()).at(0);
        assertThat(start.logDensity(x)).isEqualTo(mixture.logDensity(x));
        assertThat(start.score(x)).isEqualTo(mixture.score(x));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void posteriorsGivenALinearMeasurementAgree(Reference c) {
        c.get("posteriors").elements().forEach(p -> agree(posterior(c, p), p, ""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void diffusedPosteriorsAgree(Reference c) {
        Points x = Points.of(c.rows("x"));
        c.get("posteriors")
                .elements()
                .forEach(p -> p.get("xt_given_y").elements().forEach(e -> {
                    NoisyMixture law =
                            DiffuseModel.named(c.text("model")).underItsClips(posterior(c, p), e.number("t"));
                    agree(law.marginal(), e, "");
                    scoresAgree(e + " score", law.score(x), e.rows("score_at_x"));
                }));
    }

    private static void scoresAgree(String what, Points ours, double[][] theirs) {
        for (int i = 0; i < theirs.length; i++) {
            if (Double.isNaN(theirs[i][0])) {
                assertThat(Arrays.stream(ours.row(i)).allMatch(Double::isFinite))
                        .as(what + " where theirs is NaN")
                        .isTrue();
            } else {
                near(what, ours.row(i), theirs[i]);
            }
        }
    }

    private static void agree(GaussianMixture ours, Reference e, String suffix) {
        near(e + " means", ours.means().data(), e.doubles("means" + suffix));
        near(e + " weights", ours.weights(), e.doubles("weights" + suffix));
        double[] covariances = IntStream.range(0, ours.k())
                .mapToObj(k -> ours.covariance(k).matrix())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        nearAsWhole(e + " covariances", covariances, e.doubles("covariances" + suffix), 1e-10, 1);
    }

    private static NoisyMixture at(Reference c, Reference e) {
        return mixture(c.get("mixture")).underNoise(e.number("signal_level"), e.number("noise_level"));
    }

    private static GaussianMixture posterior(Reference c, Reference p) {
        double[][] a = p.rows("A");
        var measurement = LinearMeasurement.of(a, p.doubles("y"), new Isotropic(p.number("sigma_y"), a.length));
        return mixture(c.get("mixture")).condition(measurement).mixture();
    }

    static GaussianMixture mixture(Reference m) {
        Points means = Points.of(m.rows("means"));
        List<Spectral> covariances = new ArrayList<>();
        m.get("covariances").elements().forEach(v -> covariances.add(Spectral.of(v.doubles(), means.d())));
        return GaussianMixture.ofWeights(m.doubles("weights"), means, covariances);
    }
}
