package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.figure.ErrorFigure.Floor;
import org.sandglass.figure.ErrorFigure.Order;
import org.sandglass.figure.ErrorFigure.Panel;
import org.sandglass.figure.ErrorFigure.Point;
import org.sandglass.figure.ErrorFigure.Series;

class ErrorFigureTest {
    private static final double PIXEL = 0.011;

    @Test
    void everySeriesHasItsMarksWhereItsNumbersAre() {
        Parsed svg = Parsed.of(figure(new Floor.None(), heun(Point.exact(10, 0.1), Point.exact(40, 1e-3))));
        Parsed panel = svg.one("panel");
        List<double[]> line = panel.one("line").points();
        assertThat(line).hasSize(2);
        assertThat(line.getFirst()[0]).isCloseTo(panel.px(10), within(PIXEL));
        assertThat(line.getFirst()[1]).isCloseTo(panel.py(0.1), within(PIXEL));
        assertThat(line.getLast()[0]).isCloseTo(panel.px(40), within(PIXEL));
        assertThat(line.getLast()[1]).isCloseTo(panel.py(1e-3), within(PIXEL));
        assertThat(panel.one("marks").parts()).isEqualTo(2);
    }

    @Test
    void anExactNumberHasNoBar() {
        Parsed svg = Parsed.of(figure(new Floor.None(), heun(Point.exact(10, 0.1), new Point(40, 1e-3, 2e-4))));
        List<double[]> bars = svg.one("bars").points();
        Parsed panel = svg.one("panel");
        assertThat(bars).as("one bar: a line and two caps").hasSize(6);
        assertThat(bars.get(0)[1]).isCloseTo(panel.py(8e-4), within(PIXEL));
        assertThat(bars.get(1)[1]).isCloseTo(panel.py(1.2e-3), within(PIXEL));
    }

    @Test
    void aBarThatReachesZeroEndsAtTheLowerEdge() {
        Parsed svg = Parsed.of(figure(new Floor.None(), heun(new Point(10, 0.1, 0.2))));
        Parsed panel = svg.one("panel");
        assertThat(svg.one("bars").points().getFirst()[1])
                .isCloseTo(panel.number("y") + panel.number("height"), within(PIXEL));
    }

    @Test
    void theFloorIsALineInABandOfTwoStandardErrors() {
        Parsed svg = Parsed.of(figure(new Floor.At(0.01, 1e-3), heun(Point.exact(10, 0.1))));
        Parsed panel = svg.one("panel");
        Parsed floor = panel.one("floor");
        Parsed band = new Parsed(
                (org.w3c.dom.Element) floor.root().getElementsByTagName("rect").item(0));
        assertThat(band.number("y")).isCloseTo(panel.py(0.012), within(PIXEL));
        assertThat(band.number("y") + band.number("height")).isCloseTo(panel.py(0.008), within(2 * PIXEL));
    }

    @Test
    void aFittedOrderIsALineOfThatSlope() {
        Series series =
                new Series("rk4", List.of(Point.exact(10, 1e-2), Point.exact(40, 1e-4)), new Order.Fitted(4, 10, 40));
        Parsed svg = Parsed.of(figure(new Floor.None(), series));
        Parsed panel = svg.one("panel");
        Parsed line = new Parsed((org.w3c.dom.Element)
                panel.one("order").root().getElementsByTagName("path").item(0));
        List<double[]> ends = line.points();
        double decadeAcross = panel.px(10) - panel.px(1);
        double decadeUp = panel.py(0.1) - panel.py(1);
        double slope =
                (ends.get(1)[1] - ends.get(0)[1]) / decadeUp / ((ends.get(1)[0] - ends.get(0)[0]) / decadeAcross);
        assertThat(slope).as("decades down per decade to the right").isCloseTo(4, within(0.01));
        assertThat(svg.texts()).contains("order 4.00");
    }

    @Test
    void whatDivergedStandsAtTheUpperEdgeAndBreaksTheLine() {
        Series series =
                heun(Point.exact(10, 1), Point.exact(20, Double.NaN), Point.exact(40, 0.1), Point.exact(80, 50));
        Panel limited = new Panel("", List.of(series), new Floor.None(), 10);
        Parsed svg = Parsed.of(new ErrorFigure(Sheet.column("", ""), "W2", List.of(limited)));
        assertThat(svg.one("diverged").parts()).isEqualTo(2);
        assertThat(svg.one("diverged").points().getFirst()[1])
                .isLessThan(svg.one("panel").number("y") + 9);
        assertThat(svg.one("line").parts()).as("a gap at 20").isEqualTo(2);
        assertThat(String.join(" ", svg.texts())).contains("diverged");
    }

    @Test
    void anErrorOfZeroStandsAtTheLowerEdge() {
        Parsed svg = Parsed.of(figure(new Floor.None(), heun(Point.exact(10, 0), Point.exact(20, 0.5))));
        assertThat(svg.one("zero").parts()).isEqualTo(1);
        assertThat(svg.one("marks").parts()).isEqualTo(1);
    }

    @Test
    void equalNamesLookTheSameInAllPanelsAndStandInTheLegendOnce() {
        Parsed svg = Parsed.of(ErrorExamples.samplers());
        List<Parsed> heun = svg.all("series").stream()
                .filter(each -> each.attribute("data-name").equals("heun"))
                .toList();
        assertThat(heun).hasSize(2);
        assertThat(heun.stream()
                        .map(each -> each.one("line").attribute("stroke"))
                        .distinct())
                .hasSize(1);
        assertThat(svg.texts()).filteredOn("heun"::equals).hasSize(1);
    }

    @Test
    void fortySeriesLookDifferent() {
        Parsed svg = Parsed.of(ErrorExamples.crowd());
        assertThat(svg.all("series").stream()
                        .map(each -> each.one("line").attribute("stroke")
                                + each.one("line").attribute("stroke-dasharray"))
                        .distinct())
                .hasSize(40);
        assertThat(svg.one("legend").texts()).hasSize(40);
    }

    @Test
    void withoutPointsThereIsAnEmptyPanelThatSaysSo() {
        assertThat(Parsed.of(figure(new Floor.None())).texts()).contains("no data");
        assertThat(Parsed.of(figure(new Floor.None(), heun())).texts()).contains("no data");
        assertThat(Parsed.of(figure(new Floor.None(), heun(Point.exact(1, Double.NaN))))
                        .all("diverged"))
                .hasSize(1);
    }

    @Test
    void refusesNumbersThatHaveNoPlace() {
        assertThatThrownBy(() -> Point.exact(0, 1)).hasMessageContaining("evaluations > 0, got 0.0");
        assertThatThrownBy(() -> Point.exact(1, -1)).hasMessageContaining("error=-1.0");
        assertThatThrownBy(() -> new Floor.At(Double.NaN, 0)).hasMessageContaining("value=NaN");
        assertThatThrownBy(() -> new Order.Fitted(Double.NaN, 1, 2)).hasMessageContaining("order=NaN");
        assertThatThrownBy(() -> new ErrorFigure(Sheet.column("", ""), "", List.of()))
                .hasMessageContaining("at least one panel");
    }

    private static Series heun(Point... points) {
        return new Series("heun", List.of(points), new Order.None());
    }

    private static ErrorFigure figure(Floor floor, Series... series) {
        return new ErrorFigure(Sheet.column("Error", "made up"), "W2", List.of(new Panel("", List.of(series), floor)));
    }
}
