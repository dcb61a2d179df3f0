package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Reference;

/// The sliced distances of POT along the same projections.
class SlicedReferenceTest {
    @TestFactory
    Stream<DynamicTest> slicedDistancesAreThoseOfPot() {
        Reference cases = Reference.read("transport.json").get("cases");
        return cases.elements()
                .map(c -> DynamicTest.dynamicTest(c.get("name").text(), () -> {
                    double[][] directions = c.rows("projections");
                    Slices slices = Slices.of(Points.of(c.rows("x")), Points.of(c.rows("y")), directions, Loop.HERE);
                    for (int p = 1; p <= 2; p++) {
                        near(c, "sliced-w" + p, SlicedWasserstein.estimate(p, slices.mean(p)));
                        near(c, "max-sliced-w" + p, SlicedWasserstein.estimate(p, slices.largest(p)));
                    }
                }));
    }

    private static void near(Reference c, String key, Estimate estimate) {
        double expected = c.get(key).number();
        assertThat(estimate.value()).as(key).isCloseTo(expected, within(1e-12 * (1 + expected)));
    }
}
