package org.sandglass.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Reference;

/// The distances of POT, scipy and boltzkit on stored points.
class TransportReferenceTest {
    @TestFactory
    Stream<DynamicTest> distancesAreThoseOfPotAndScipy() {
        Reference cases = Reference.read("transport.json").get("cases");
        return cases.elements()
                .map(c -> DynamicTest.dynamicTest(c.get("name").text(), () -> {
                    Points x = points(c.get("x"));
                    Points y = points(c.get("y"));
                    double[] weights = new double[x.n()];
                    Arrays.setAll(weights, i -> (i + 1) % 7);
                    near(c, "w1", Wasserstein.w1(x, y));
                    near(c, "w2", Wasserstein.w2(x, y));
                    near(c, "torus-w2", Wasserstein.torusW2(x, y));
                    near(c, "weighted-w1", Wasserstein.w1(x, weights, y));
                    near(c, "weighted-w2", Wasserstein.w2(x, weights, y));
                    if (c.has("scipy-w1")) {
                        near(c, "scipy-w1", Wasserstein.w1(x, y));
                        near(c, "scipy-weighted-w1", Wasserstein.w1(x, weights, y));
                    }
                }));
    }

    /// POT's own optimum is good to 1e-12 or so; far apart, squares of 1e4 leave 1e-9.
    private static void near(Reference c, String key, double value) {
        double expected = c.get(key).number();
        assertThat(value).as(key).isCloseTo(expected, within(1e-10 * (1 + expected)));
    }

    @Test
    void distancesAreThoseOfBoltzkit() {
        Reference all = Reference.read("boltzkit_transport.json");
        Points x = points(all.get("proposal_samples"));
        Points y = points(all.get("target_samples_values"));
        double[] weights = new double[x.n()];
        Arrays.setAll(weights, i -> i + 1);
        Offset<Double> allowed = within(1e-10);
        assertThat(Wasserstein.w1(x, y)).isCloseTo(all.get("W1").number(), allowed);
        assertThat(Wasserstein.w2(x, y)).isCloseTo(all.get("W2").number(), allowed);
        assertThat(Wasserstein.w1(x, weights, y))
                .isCloseTo(all.get("W1_weights1=1..64").number(), allowed);
        assertThat(Wasserstein.w2(x, weights, y))
                .isCloseTo(all.get("W2_weights1=1..64").number(), allowed);
        Points first = x.slice(0, 40);
        Points others = y.slice(0, 25);
        assertThat(Wasserstein.w1(first, others))
                .isCloseTo(all.get("W1_first40_vs_first25").number(), allowed);
        assertThat(Wasserstein.w2(first, others))
                .isCloseTo(all.get("W2_first40_vs_first25").number(), allowed);
        assertThat(Wasserstein.torusW2(x, y))
                .isCloseTo(all.get("torus_W2_of_angles_mod_2pi").number(), allowed);
    }

    private static Points points(Reference rows) {
        return Points.of(rows.rows());
    }
}
