package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.report.Drawn.path;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.Parsed;
import org.sandglass.format.InputException;

/// What is shown of exact laws on the line.
class LineLawsTest {
    private static final double PIXEL = 0.011;
    private static final String ONE = "{means: [[0.5]], std: 2}";

    @TempDir
    private Path folder;

    @Test
    void theDensityHasItsCurveDrawsAndMeans() throws IOException {
        Parsed panel = Drawn.laws(Runs.LINE, "", "[{type: density, points: 500}]", folder)
                .figure("density")
                .one("panel");
        Parsed means = path(panel.named("events", "means"));
        assertThat(means.parts()).isEqualTo(2);
        assertThat(means.points().getFirst()[0]).isCloseTo(panel.px(-1), within(PIXEL));
        assertThat(path(panel.one("rug")).parts()).isEqualTo(300);
        // the density of 0.4 N(−1, 0.3²) + 0.6 N(1.5, 0.5²) at 1.5, where the second term is all but 1e−15 of it
        double[] at = nearest(path(panel.one("curve")).points(), panel.px(1.5));
        assertThat(at[1]).isCloseTo(panel.py(0.6 / 0.5 / Math.sqrt(2 * Math.PI)), within(0.1));
    }

    private static double[] nearest(List<double[]> curve, double x) {
        return curve.stream()
                .min((a, b) -> Double.compare(Math.abs(a[0] - x), Math.abs(b[0] - x)))
                .orElseThrow();
    }

    /// A standard deviation of 1/1000 of the panel lies between two of its evenly spaced nodes.
    @Test
    void aNarrowComponentIsNotMissed() throws IOException {
        Parsed panel = Drawn.laws("{means: [[0], [3.0123]], stds: [1, 0.005]}", "", "[density]", folder)
                .figure("density")
                .one("panel");
        double highest = path(panel.one("curve")).points().stream()
                .mapToDouble(p -> p[1])
                .min()
                .orElseThrow();
        assertThat(highest).isCloseTo(panel.py(0.5 / 0.005 / Math.sqrt(2 * Math.PI) + 0.5 * 0.00427), within(0.1));
    }

    @Test
    void diffusionHasAPanelForEachTime() throws IOException {
        Parsed figure = Drawn.laws(Runs.LINE, "", "[{type: diffusion, times: [0, 0.3, 1], points: 40}]", folder)
                .figure("diffusion");
        assertThat(figure.all("panel")).hasSize(3);
        assertThat(figure.all("rug")).hasSize(3).allMatch(rug -> path(rug).parts() == 40);
        assertThat(figure.texts()).contains("t = 0", "t = 0.3", "t = 1");
    }

    @Test
    void theForwardFanIsCutWhereItIsToBe() throws IOException {
        Parsed figure = Drawn.laws(ONE, "", "[{type: forward, paths: 25, segments: [0, 0.25, 0.5, 1]}]", folder)
                .figure("forward");
        List<Parsed> panels = figure.all("panel").stream()
                .filter(p -> !p.all("path").isEmpty())
                .toList();
        assertThat(panels).hasSize(3).allSatisfy(p -> assertThat(p.all("path")).hasSize(25));
        double[][] ends = {{0, 0.25}, {0.25, 0.5}, {0.5, 1}};
        for (int k = 0; k < ends.length; k++) {
            Parsed panel = panels.get(k);
            assertThat(panel.px(ends[k][0])).isCloseTo(panel.number("x"), within(PIXEL));
            assertThat(panel.px(ends[k][1])).isCloseTo(panel.number("x") + panel.number("width"), within(PIXEL));
        }
    }

    @Test
    void theMeasurementIsALineWithTwoStandardDeviations() throws IOException {
        Drawn drawn = Drawn.laws(
                ONE,
                "measurement: {operator: [[2]], y: [3], noise-std: 0.5}\n",
                "[{type: posterior, points: 30}]",
                folder);
        List<Parsed> panels = drawn.figure("posterior").all("panel");
        assertThat(panels).hasSize(2);
        for (Parsed panel : panels) {
            assertThat(panel.one("line").points().getFirst()[0]).isCloseTo(panel.px(1.5), within(PIXEL));
            List<double[]> band = panel.one("band").points();
            assertThat(band.stream().mapToDouble(p -> p[0]).min().orElseThrow()).isCloseTo(panel.px(1), within(PIXEL));
        }
        // N(0.5, 4) after 2x = 3 ± 0.5: precision 1/4 + 16, mean (0.125 + 24)/16.25
        double mean = path(panels.getLast().named("events", "means")).points().getFirst()[0];
        assertThat(mean).isCloseTo(panels.getLast().px(24.125 / 16.25), within(PIXEL));
    }

    @Test
    void aBatchOfMixturesIsRefused() {
        assertThatThrownBy(() -> Drawn.laws("{means: [[[0]], [[1]]], std: 1}", "", "[density]", folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("run takes one mixture, got a batch of 2");
    }

    @Test
    void anExactPointHasDrawsAndNoCurve() throws IOException {
        Drawn drawn =
                Drawn.laws("{point: [2]}", "count: 1\n", "[density, {type: diffusion, points: 1}, forward]", folder);
        assertThat(drawn.figure("density").all("curve")).isEmpty();
        assertThat(drawn.figure("diffusion").all("panel")).hasSize(6);
        assertThat(drawn.figure("diffusion").all("curve")).hasSize(5);
        assertThat(drawn.figure("forward").all("law"))
                .as("only the end has a density")
                .hasSize(1);
    }
}
