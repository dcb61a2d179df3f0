package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.Parsed;

/// What is shown of exact laws in more than two dimensions.
class PairLawsTest {
    private static final String FOUR = "{means: [[0, 0, 0, 0], [2, 0, 1, 0]], std: 0.5}";

    @TempDir
    private Path folder;

    @Test
    void theDensityIsShownInPairs() throws IOException {
        Parsed figure =
                Drawn.laws(FOUR, "", "[{type: density, points: 20}]", folder).figure("density");
        assertThat(figure.all("panel")).hasSize(4 + 6);
        assertThat(figure.all("dots"))
                .hasSize(6)
                .allSatisfy(dots -> assertThat(dots.points()).hasSize(20));
        assertThat(figure.all("curve")).hasSize(4);
    }

    @Test
    void fewTimesOfDiffusionHavePairsOfTheirOwn() throws IOException {
        Drawn few = Drawn.laws(FOUR, "", "[{type: diffusion, times: [0, 0.5, 1]}]", folder);
        assertThat(few.names())
                .containsExactlyInAnyOrder("diffusion", "diffusion-pairs-1", "diffusion-pairs-2", "diffusion-pairs-3");
        assertThat(few.figure("diffusion").all("panel")).hasSize(3);
        Drawn many = Drawn.laws(FOUR, "", "[{type: diffusion, times: [0, 0.3, 0.6, 1]}]", folder);
        assertThat(many.names()).containsExactly("diffusion");
    }

    @Test
    void aMeasurementOfTheFirstCoordinatesIsALineInTheirPlane() throws IOException {
        String first = "measurement: {operator: [[1, 1, 0, 0], [0, 0, 1, 0]], y: [1, 0.5], noise-std: 0.1}\n";
        Drawn drawn = Drawn.laws(FOUR, first, "[posterior, forward]", folder);
        assertThat(drawn.names()).containsExactlyInAnyOrder("forward", "posterior", "posterior-pairs");
        Parsed panel = drawn.figure("posterior").all("panel").getLast();
        for (double[] p : panel.one("line").points()) {
            double x = (p[0] - panel.px(0)) / (panel.px(1) - panel.px(0));
            double y = (p[1] - panel.py(0)) / (panel.py(1) - panel.py(0));
            assertThat(x + y).isCloseTo(1, within(2e-3));
        }
    }

    @Test
    void sixtyFourCoordinatesWithoutAnImageArePairsToo() throws IOException {
        String mean = IntStream.range(0, 64).mapToObj(j -> "0." + j % 10).collect(Collectors.joining(", "));
        Drawn drawn = Drawn.laws("{means: [[" + mean + "]], std: 0.5}", "", "[density, diffusion, forward]", folder);
        assertThat(drawn.names()).isEqualTo(List.of("density", "diffusion", "forward"));
        assertThat(String.join(" ", drawn.figure("density").texts())).contains("The first 4 of 64 coordinates.");
    }
}
