package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.report.Drawn.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.Parsed;

/// What is shown of exact laws in the plane.
class PlaneLawsTest {
    private static final double PIXEL = 0.011;
    private static final String ROUND = "{means: [[1, -1]], std: 0.5}";

    @TempDir
    private Path folder;

    /// The contour around 90 % of a round Gaussian has the radius `σ √(−2 ln 0.1)`.
    @Test
    void contoursHoldTheirShareOfTheMassToAPixel() throws IOException {
        Parsed panel =
                Drawn.laws(ROUND, "", "[density]", folder).figure("density").one("panel");
        Parsed contour = panel.all("contour").get(1);
        double radius = 0.5 * Math.sqrt(-2 * Math.log(0.1));
        for (double angle : new double[] {0, 1, 2.5, 4}) {
            double x = panel.px(1 + radius * Math.cos(angle));
            double y = panel.py(-1 + radius * Math.sin(angle));
            assertThat(Drawn.distance(x, y, contour.points()))
                    .as("pixels to the contour at %s radians", angle)
                    .isLessThan(1);
        }
    }

    /// `Σ = U diag(1, 1/16) Uᵀ` with `U` turned by 45°: half axes of `2 · 1` and `2 · 1/4`.
    @Test
    void ellipsesLieAlongTheEigenvectors() throws IOException {
        String mixture = "{means: [[0, 0]], covariances: [[[0.53125, 0.46875], [0.46875, 0.53125]]]}";
        Parsed panel =
                Drawn.laws(mixture, "", "[density]", folder).figure("density").one("panel");
        List<double[]> outline = panel.one("ellipse").points();
        double unit = panel.px(1) - panel.px(0);
        double[] far = outline.stream()
                .max((a, b) -> Double.compare(radius(panel, a), radius(panel, b)))
                .orElseThrow();
        double[] near = outline.stream()
                .min((a, b) -> Double.compare(radius(panel, a), radius(panel, b)))
                .orElseThrow();
        assertThat(radius(panel, far) / unit).isCloseTo(2, within(0.001));
        assertThat(radius(panel, near) / unit).isCloseTo(0.5, within(0.001));
        assertThat(-(far[1] - panel.py(0)) / (far[0] - panel.px(0))).isCloseTo(1, within(0.001));
    }

    private static double radius(Parsed panel, double[] p) {
        return Math.hypot(p[0] - panel.px(0), p[1] - panel.py(0));
    }

    @Test
    void componentsThatCannotBeToldApartAreNotMarked() throws IOException {
        String means = String.join(", ", java.util.Collections.nCopies(61, "[0, 0]"));
        Parsed many = Drawn.laws("{means: [" + means + "], std: 1}", "", "[density]", folder)
                .figure("density");
        assertThat(many.all("ellipse")).isEmpty();
        assertThat(many.all("centres")).isEmpty();
        Parsed light = Drawn.laws(
                        "{weights: [0.9999, 0.0001], means: [[0, 0], [1, 1]], std: 1}", "", "[density]", folder)
                .figure("density");
        assertThat(light.all("ellipse")).hasSize(1);
    }

    @Test
    void arrowsAreTheScore() throws IOException {
        Parsed figure = Drawn.laws(ROUND, "", "[{type: diffusion, times: [0, 1], points: 7, arrows: true}]", folder)
                .figure("diffusion");
        List<Parsed> panels = figure.all("panel");
        assertThat(panels)
                .hasSize(2)
                .allSatisfy(p -> assertThat(Drawn.dots(p, "exact draws")).hasSizeLessThan(8));
        Parsed panel = panels.getFirst();
        List<double[]> marks = path(panel.named("arrows", "score")).points();
        assertThat(marks)
                .as("a shaft and a head of three points on 15 × 15 nodes")
                .hasSize(15 * 15 * 5);
        for (int i = 0; i < marks.size(); i += 5) {
            double dx = marks.get(i + 1)[0] - marks.get(i)[0];
            double dy = marks.get(i + 1)[1] - marks.get(i)[1];
            double toX = panel.px(1) - marks.get(i)[0];
            double toY = panel.py(-1) - marks.get(i)[1];
            assertThat(dx * toY - dy * toX).as("towards the mean").isCloseTo(0, within(0.03 * Math.hypot(toX, toY)));
            assertThat(dx * toX + dy * toY).isNotNegative();
        }
    }

    @Test
    void withoutArrowsThereAreNone() throws IOException {
        Parsed figure = Drawn.laws(ROUND, "", "[diffusion]", folder).figure("diffusion");
        assertThat(figure.all("panel")).hasSize(6);
        assertThat(figure.all("arrows")).isEmpty();
    }

    /// Under edm noise reaches 80, where nothing would be seen of data in a shared panel.
    @Test
    void lawsOfOtherSizesHavePanelsOfTheirOwn() throws IOException {
        String spec = "mixture: " + ROUND + "\nprocess: edm\nfigures: [{type: diffusion, times: [0, 80]}]\n";
        Runs.run(spec, folder, 2, new RunReport(_ -> {}));
        List<Parsed> panels = new Drawn(folder).figure("diffusion").all("panel");
        double first = panels.getFirst().px(1) - panels.getFirst().px(0);
        double last = panels.getLast().px(1) - panels.getLast().px(0);
        assertThat(first / last).isBetween(100.0, 200.0);
    }

    @Test
    void theMeasurementIsALineInBothPanels() throws IOException {
        String measurement = "measurement: {operator: [[1, 0]], y: [1.25], noise-std: 0.1}\n";
        List<Parsed> panels = Drawn.laws(ROUND, measurement, "[{type: posterior, points: 50}]", folder)
                .figure("posterior")
                .all("panel");
        assertThat(panels).hasSize(2);
        for (Parsed panel : panels) {
            assertThat(panel.one("line").points())
                    .allSatisfy(p -> assertThat(p[0]).isCloseTo(panel.px(1.25), within(PIXEL)));
            assertThat(Drawn.dots(panel, "exact draws")).hasSizeBetween(45, 50);
            assertThat(panel.all("contour")).hasSize(3);
        }
    }

    @Test
    void anExactPointIsShownByItsDraws() throws IOException {
        Drawn drawn = Drawn.laws("{point: [1, -1]}", "count: 1\n", "[{type: density, points: 1}, diffusion]", folder);
        Parsed panel = drawn.figure("density").one("panel");
        assertThat(panel.all("contour")).isEmpty();
        assertThat(Drawn.dots(panel, "exact draws"))
                .singleElement()
                .satisfies(p -> assertThat(p[0]).isCloseTo(panel.px(1), within(PIXEL)));
        assertThat(drawn.figure("diffusion").all("contours")).as("not at t = 0").hasSize(5);
    }

    @Test
    void forwardPathsBeginInTheDataAndAreAsManyAsAskedFor() throws IOException {
        Parsed figure =
                Drawn.laws(ROUND, "", "[{type: forward, paths: 5}]", folder).figure("forward");
        Parsed panel = figure.one("panel");
        assertThat(panel.one("paths").one("dots").points()).hasSizeLessThan(6).isNotEmpty();
        double[] begin = panel.one("paths").all("piece").getFirst().points().getFirst();
        assertThat(Math.hypot(begin[0] - panel.px(1), begin[1] - panel.py(-1)))
                .as("within five standard deviations of the mean")
                .isLessThan(5 * 0.5 * (panel.px(1) - panel.px(0)));
    }

    @Test
    void dataAreDotsOverTheDensityWithTheNamesOfTheirColumns() throws IOException {
        Files.writeString(folder.resolve("birds.csv"), "length,mass\n1,-1\n1.5,-0.5\n0.5,-1.25\n");
        Drawn drawn = Drawn.laws(ROUND, "data: {data: birds.csv}\n", "[data, density]", folder);
        Parsed panel = drawn.figure("data").one("panel");
        List<double[]> dots = Drawn.dots(panel, "data");
        assertThat(dots).hasSize(3);
        assertThat(dots.getFirst()[0]).isCloseTo(panel.px(1), within(PIXEL));
        assertThat(dots.getFirst()[1]).isCloseTo(panel.py(-1), within(PIXEL));
        assertThat(drawn.figure("data").texts()).contains("length", "mass");
        assertThat(drawn.figure("density").texts()).contains("length", "mass");
    }
}
