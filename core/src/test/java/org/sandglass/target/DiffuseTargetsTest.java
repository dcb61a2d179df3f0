package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.testing.Near;
import org.sandglass.testing.Reference;

/// diffuse's initialisers, as jax 0.10.2 draws them in 64 bits.
class DiffuseTargetsTest {
    private static final Reference DRAWN = Reference.read("target_recipes.json").get("diffuse_float64_partitionable");

    private static Target target(String name) {
        return Targets.find(name).orElseThrow();
    }

    private static double[] weights(Target target) {
        return ((ComponentWeights.Weights) target.weighting())
                .values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] variances(Target target) {
        return ((Spread.Stds) target.spread())
                .stds().stream().mapToDouble(s -> s * s).toArray();
    }

    /// The order in which JAX sums the weights may change their last bits.
    private static void matches(Target target, Reference drawn) {
        assertThat(target.means().data()).containsExactly(drawn.doubles("means"));
        Near.near("weights", weights(target), drawn.doubles("weights"), 2e-16);
    }

    @Test
    void simpleIsTheMixtureOfItsTests() {
        matches(target("diffuse-simple"), DRAWN.get("simple_2d"));
        Near.near(
                "variances",
                variances(target("diffuse-simple")),
                DRAWN.get("simple_2d").doubles("variances"),
                1e-16);
        assertThat(target("diffuse-simple").means().row(0)[0]).isCloseTo(-1.58598, within(5e-6));
    }

    /// As the page prints it: means 1.0228975, −2.86182324, 1.6728628.
    @Test
    void theTutorialsMixtureOnTheLineIsAsPrinted() {
        Target line = target("diffuse-tutorial-1d");
        matches(line, DRAWN.get("simple_1d_of_first_child"));
        Near.near("printed means", line.means().data(), new double[] {1.0228975, -2.86182324, 1.6728628}, 5e-8);
        Near.near("printed weights", weights(line), new double[] {.2168686, .40925433, .37387707}, 5e-8);
        Near.near("printed variances", variances(line), new double[] {.13772855, .08114257, .1353312}, 5e-8);
    }

    @Test
    void gridAndCircleHaveTheirDrawnWeights() {
        matches(target("diffuse-grid"), DRAWN.get("grid"));
        Near.near(
                "weights",
                weights(target("diffuse-circular")),
                DRAWN.get("circular").doubles("weights"),
                2e-16);
        Near.near(
                "means",
                target("diffuse-circular").means().data(),
                DRAWN.get("circular").doubles("means"),
                3e-16);
    }

    @Test
    void aGridInMoreDimensionsRepeatsThePair() {
        assertThat(DiffuseTargets.grid(5, 3, 0).means().row(1)).containsExactly(-2, 0, -2, 0, -2);
        assertThat(DiffuseTables.fixed(4).means().row(2)).containsExactly(2, -2, 0, 0);
    }

    /// The densities of its own cases at time 0 have its clip in them; the parameters are the ones here.
    @Test
    void fixedMixturesAndEvolutionHaveTheCasesNumbers() {
        List<Reference> cases =
                Reference.read("diffuse_cases.json").get("cases").elements().toList();
        for (String name : List.of("diffuse-fixed", "diffuse-fixed-1d", "diffuse-evolution")) {
            GaussianMixture mixture = target(name).mixture();
            double[] all = mixture.covariances().stream()
                    .flatMapToDouble(c -> Arrays.stream(c.matrix()))
                    .toArray();
            assertThat(cases).anySatisfy(each -> {
                Reference published = each.get("mixture");
                assertThat(mixture.means().data()).containsExactly(published.doubles("means"));
                Near.near(name, all, published.doubles("covariances"), 1e-15);
                Near.near(name, mixture.weights(), published.doubles("weights"), 1e-15);
            });
        }
    }

    /// Golden values of the notes on diffuse, which are exact posteriors to the digits printed.
    @Test
    void tutorialAndBimodalHaveTheirPublishedPosteriors() {
        Target tutorial = target("diffuse-tutorial-2d");
        GaussianMixture seen = tutorial.mixture()
                .condition(tutorial.measurement().orElseThrow().linear())
                .mixture();
        Near.near("tutorial", seen.means().data(), new double[] {1.3888889, 0, 1.5238095, 2}, 3e-8);
        Near.near("tutorial", seen.weights(), new double[] {0.2127978664, 0.7872021336}, 1e-10);
        Target bimodal = target("diffuse-bimodal");
        GaussianMixture two = bimodal.mixture()
                .condition(bimodal.measurement().orElseThrow().linear())
                .mixture();
        Near.near("bimodal", two.means().row(1), new double[] {8, -8});
        Near.near("bimodal", two.covariance(1).matrix(), new double[] {.9375, -.5625, -.5625, .9375});
        assertThat(two.weights()[0]).isCloseTo(6.3e-15, within(5e-17));
    }

    @Test
    void circularIsMeasuredAtZero() {
        TargetMeasurement look = target("diffuse-circular").measurement().orElseThrow();
        assertThat(look.operator().data())
                .containsExactly(Points.of(new double[] {0.3, 0.7}).data());
        assertThat(look.noiseStd()).isEqualTo(2);
    }
}
