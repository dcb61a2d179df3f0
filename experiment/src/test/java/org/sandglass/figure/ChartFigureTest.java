package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.w3c.dom.Element;

class ChartFigureTest {
    private static final double PIXEL = 0.011;

    @Test
    void aHistogramHasTheAreaOfItsShare() {
        Points values = Points.wrap(new double[] {0.1, 0.2, 0.9, 5, Double.NaN}, 5, 1);
        Points bars = Histogram.of(values, new Scale.Linear(0, 1), 4, 5);
        assertThat(bars.get(0, 2)).as("2 of 5 in a quarter").isCloseTo(2 / 5.0 / 0.25, within(1e-12));
        assertThat(bars.get(3, 2)).isCloseTo(1 / 5.0 / 0.25, within(1e-12));
        assertThat(Histogram.inside(values, new Scale.Linear(0, 1))).isEqualTo(3);
    }

    @Test
    void aDensityStandsWhereItIsWithItsHistogramAndRug() {
        Points curve = Points.of(new double[] {0, 0.5}, new double[] {1, 1}, new double[] {2, 0.5});
        Points values = Points.wrap(new double[] {0.25, 1.5, 7}, 3, 1);
        Parsed svg = Parsed.of(new DensityFigure(
                Sheet.column("", ""),
                "x",
                List.of(new DensityFigure.Law("law", curve)),
                List.of(new DensityFigure.Sample("draws", values)),
                2));
        Parsed panel = svg.one("panel");
        double[] top = path(panel.one("curve")).points().get(1);
        assertThat(top[0]).isCloseTo(panel.px(1), within(PIXEL));
        assertThat(top[1]).isCloseTo(panel.py(1), within(PIXEL));
        assertThat(path(panel.one("bars")).parts()).isEqualTo(2);
        assertThat(path(panel.one("bars")).points().get(1)[1]).isCloseTo(panel.py(1 / 3.0), within(PIXEL));
        assertThat(path(panel.one("rug")).points().getFirst()[0]).isCloseTo(panel.px(0.25), within(PIXEL));
        assertThat(String.join(" ", svg.texts())).contains("1 of 3 samples lie outside");
    }

    @Test
    void massesStandBesideTheirTruth() {
        Parsed svg = Parsed.of(ChartExamples.masses());
        Parsed panel = svg.one("panel");
        assertThat(path(panel.named("bars", "truth")).parts()).isEqualTo(4);
        Parsed heun = panel.named("intervals", "heun-20");
        List<double[]> whiskers = heun.one("whiskers").points();
        assertThat(whiskers).hasSize(8);
        assertThat(whiskers.getFirst()[0]).as("right of mode 1").isCloseTo(panel.px(1.15), within(PIXEL));
        double half = 1.96 * Math.sqrt(0.402 * 0.598 / 10000);
        assertThat(whiskers.getFirst()[1]).isCloseTo(panel.py(0.402 - half), within(PIXEL));
    }

    @Test
    void aTraceHasItsThresholdItsResamplingsAndItsBand() {
        Parsed svg = Parsed.of(ChartExamples.trace());
        List<Parsed> panels = svg.all("panel");
        assertThat(panels).hasSize(2);
        assertThat(path(panels.getFirst().one("events")).parts()).isEqualTo(3);
        assertThat(path(panels.getFirst().one("level")).points().getFirst()[1])
                .isCloseTo(panels.getFirst().py(0.5), within(PIXEL));
        assertThat(path(panels.getLast().one("band")).points()).hasSize(200);
    }

    @Test
    void aTraceWithoutLogWeightsIsOnePanel() {
        Points none = Points.zeros(0, 4);
        TraceFigure figure = new TraceFigure(
                Sheet.column("", ""), Points.of(new double[] {0, 1}), Double.NaN, Points.zeros(0, 1), none);
        Parsed svg = Parsed.of(figure);
        assertThat(svg.all("panel")).hasSize(1);
        assertThat(svg.one("legend").texts()).as("no threshold, no resampling").containsExactly("ESS / N");
    }

    @Test
    void theOptimumIsALineAcross() {
        Parsed svg = Parsed.of(ChartExamples.loss());
        Parsed panel = svg.one("panel");
        assertThat(path(panel.one("level")).points())
                .allSatisfy(p -> assertThat(p[1]).isCloseTo(panel.py(0.12), within(PIXEL)));
    }

    @Test
    void whatIsRightLiesOnTheDiagonal() {
        Parsed panel = Parsed.of(ChartExamples.calibration()).one("panel");
        List<double[]> diagonal = path(panel.all("curve").getFirst()).points();
        assertThat(diagonal.getLast()[0]).isCloseTo(panel.px(1), within(PIXEL));
        assertThat(diagonal.getLast()[1]).isCloseTo(panel.py(1), within(PIXEL));
    }

    @Test
    void numbersThatAreNotFiniteAreGaps() {
        Points points =
                Points.of(new double[] {0, 0}, new double[] {1, Double.NaN}, new double[] {2, 1}, new double[] {3, 2});
        Parsed svg = Parsed.of(chart(Measure.of("y"), new Mark.Curve("c", points, Mark.Look.SOLID)));
        assertThat(path(svg.one("curve")).parts()).isEqualTo(2);
        Parsed log = Parsed.of(chart(Measure.log("y"), new Mark.Curve("c", points, Mark.Look.SOLID)));
        assertThat(path(log.one("curve")).parts()).as("0 has no logarithm").isEqualTo(1);
    }

    @Test
    void withoutDataThereIsAnEmptyPanel() {
        assertThat(Parsed.of(chart(Measure.of("y"))).texts()).contains("no data");
        assertThat(Parsed.of(chart(Measure.log("y"), new Mark.Dots("p", Points.zeros(0, 2))))
                        .texts())
                .contains("no data");
        Parsed one = Parsed.of(chart(Measure.of("y"), new Mark.Dots("p", Points.of(new double[] {3, 3}))));
        assertThat(path(one.one("points")).parts()).isEqualTo(1);
    }

    @Test
    void anEmptyDensityIsAnEmptyPanel() {
        DensityFigure empty = new DensityFigure(
                Sheet.column("", ""),
                "x",
                List.of(),
                List.of(new DensityFigure.Sample("none", Points.zeros(0, 1))),
                10);
        assertThat(Parsed.of(empty).texts()).contains("no data");
    }

    @Test
    void refusesWhatDoesNotMatch() {
        assertThatThrownBy(() -> new Mark.Band("b", Points.zeros(1, 2))).hasMessageContaining("n x 3, got 1 x 2");
        assertThatThrownBy(() -> new Measure("y", Measure.Kind.LOG, new Measure.Range.FromZero()))
                .hasMessageContaining("range above 0");
        assertThatThrownBy(() -> new MassFigure(
                        Sheet.column("", ""),
                        Points.zeros(3, 1),
                        List.of(new MassFigure.Estimate("e", Points.zeros(2, 3)))))
                .hasMessageContaining("the truth, 3, got 2 of e");
    }

    private static ChartFigure chart(Measure up, Mark... marks) {
        return new ChartFigure(Sheet.column("", ""), new Chart("", Measure.of("x"), up, List.of(marks)));
    }

    private static Parsed path(Parsed group) {
        return new Parsed((Element) group.root().getElementsByTagName("path").item(0));
    }
}
