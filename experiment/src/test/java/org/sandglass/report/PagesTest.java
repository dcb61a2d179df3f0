package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.random.RandomStreams;
import org.w3c.dom.Element;

/// The pages of points in files and of posteriors, in every dimension.
class PagesTest {
    /// Two Gaussians at `±1` in each coordinate.
    private static GaussianMixture law(int d) {
        double[][] means = IntStream.of(-1, 1)
                .mapToObj(s -> IntStream.range(0, d).mapToDouble(_ -> s).toArray())
                .toArray(double[][]::new);
        return GaussianMixture.equallyWeighted(Points.of(means), new Isotropic(0.5, d));
    }

    private static LinearMeasurement firstCoordinate(int d) {
        double[] row = new double[d];
        row[0] = 1;
        return LinearMeasurement.of(new double[][] {row}, new double[] {1.2}, new Isotropic(0.2, 1));
    }

    @Test
    void aPosteriorIsShownInEveryDimension() {
        for (int d : new int[] {1, 2, 3, 6}) {
            var report = new PosteriorReport(law(d), firstCoordinate(d), law(d).condition(firstCoordinate(d)));
            Html page = Html.of(report.page().html());
            page.needsNoNetwork();
            assertThat(page.all("figure")).as("d = %d", d).hasSize(1);
            assertThat(page.all("tr")).hasSize(3);
        }
    }

    @Test
    void theMeasurementIsDrawnInBothPanelsOfThePlane() {
        var report = new PosteriorReport(law(2), firstCoordinate(2), law(2).condition(firstCoordinate(2)));
        Html page = Html.of(report.page().html());
        assertThat(page.all("g"))
                .filteredOn(g -> g.getAttribute("class").equals("measurement"))
                .hasSize(2);
    }

    @Test
    void pointsAreShownInEveryDimensionWithTheirMetrics() {
        SequencedMap<String, Object> metrics = new LinkedHashMap<>();
        metrics.put(
                "sliced-w1",
                Map.of("value", 0.0123, "standard-error", 0.0021, "floor", 0.01, "floor-standard-error", 0.002));
        for (int d : new int[] {1, 2, 5}) {
            SequencedMap<String, Points> sets = new LinkedHashMap<>();
            sets.put("x.npz", law(d).sample(300, RandomStreams.of(1)));
            var report = new PointsReport("Points <x>", sets, Optional.of(law(d)), metrics, "sandglass metrics");
            Html page = Html.of(report.page().html());
            page.needsNoNetwork();
            assertThat(page.all("td"))
                    .extracting(Element::getTextContent)
                    .containsExactly("✓\u00a00.0123 ±\u00a00.0021", "0.0100 ±\u00a00.0020");
            assertThat(page.all("figure")).hasSize(1);
        }
    }

    @Test
    void twoFilesAreShownWithoutALaw() {
        SequencedMap<String, Points> sets = new LinkedHashMap<>();
        sets.put("x.npz", law(2).sample(300, RandomStreams.of(1)));
        sets.put("y.npz", law(2).sample(200, RandomStreams.of(2)));
        var report = new PointsReport("Two", sets, Optional.empty(), new LinkedHashMap<>(), "sandglass metrics");
        Html page = Html.of(report.page().html());
        assertThat(page.all("g"))
                .filteredOn(g -> g.getAttribute("class").equals("samples"))
                .extracting(g -> g.getAttribute("data-name"))
                .isEqualTo(List.of("x.npz", "y.npz"));
    }

    @Test
    void numbersShowTwoDigitsOfTheirError() {
        assertThat(List.of(
                        Words.estimate(0.012345, 0.0021),
                        Words.estimate(12.3456, 0.5),
                        Words.estimate(-0.5, Double.NaN),
                        Words.estimate(Double.POSITIVE_INFINITY, 1),
                        Words.estimate(0, 3e-70)))
                .containsExactly("0.0123 ± 0.0021", "12.35 ± 0.50", "−0.50000", "∞ ± 1.0", "0 ± 3e−70");
    }
}
