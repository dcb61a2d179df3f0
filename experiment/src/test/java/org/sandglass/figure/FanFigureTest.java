package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;

class FanFigureTest {
    private static final double PIXEL = 0.011;
    private static final Points NONE = Points.zeros(0, 2);

    @Test
    void pathsAreChosenAtEvenRanksOfTheirEnd() {
        // ends 30, 10, 20, NaN: two of three paths, at ranks (k + ½)·3/2 = 0 and 2
        Points paths = Points.of(
                new double[] {0, 30}, new double[] {0, 10}, new double[] {0, 20}, new double[] {0, Double.NaN});
        Parsed svg = Parsed.of(figure(paths, 2, List.of()));
        Parsed panel = svg.one("panel");
        List<Parsed> drawn = panel.all("path");
        assertThat(drawn).hasSize(2);
        assertThat(drawn.get(0).points().getLast()[1]).isCloseTo(panel.py(10), within(PIXEL));
        assertThat(drawn.get(1).points().getLast()[1]).isCloseTo(panel.py(30), within(PIXEL));
        assertThat(String.join(" ", svg.texts())).contains("2 of 4 paths are drawn");
    }

    @Test
    void timeRunsFromTheFirstToTheLast() {
        Parsed panel =
                Parsed.of(figure(Points.of(new double[] {1, 2}), 1, List.of())).one("panel");
        double[] first = panel.one("path").points().getFirst();
        assertThat(first[0]).as("t = 1 at the left").isCloseTo(panel.number("x"), within(PIXEL));
        assertThat(panel.px(0)).isCloseTo(panel.number("x") + panel.number("width"), within(PIXEL));
    }

    @Test
    void everyStretchOfTimeHasItsOwnRange() {
        Parsed svg = Parsed.of(new FanFigure(
                Sheet.page("", ""),
                "x",
                "t",
                List.of(1.0, 0.5, 0.0),
                Points.of(new double[] {100, 10, 1}, new double[] {-100, -10, -1}),
                NONE,
                NONE,
                5,
                FanFigure.By.END,
                List.of(0.5)));
        List<Parsed> panels = svg.all("panel");
        assertThat(panels).hasSize(2);
        double unitBefore = panels.get(0).py(0) - panels.get(0).py(1);
        double unitAfter = panels.get(1).py(0) - panels.get(1).py(1);
        assertThat(unitAfter / unitBefore).isCloseTo(10, within(0.01));
    }

    @Test
    void densitiesStandAtBothSidesOnTheSameScale() {
        Parsed svg = Parsed.of(ChartExamples.fan());
        List<Parsed> laws = svg.all("law");
        assertThat(laws).hasSize(2);
        List<Parsed> panels = svg.all("panel");
        assertThat(panels.stream().map(panel -> panel.attribute("data-y")).distinct())
                .hasSize(1);
        Parsed right = panels.getLast();
        double[] peak = laws.getLast().points().stream()
                .max(java.util.Comparator.comparingDouble(p -> p[0]))
                .orElseThrow();
        assertThat(peak[1]).as("the greatest density is near 1").isCloseTo(right.py(1), within(3.0));
    }

    @Test
    void noPathsAreAnEmptyPanel() {
        assertThat(Parsed.of(figure(Points.zeros(0, 2), 3, List.of())).texts()).contains("no data");
        assertThat(Parsed.of(figure(Points.of(new double[] {Double.NaN, Double.NaN}), 3, List.of()))
                        .texts())
                .contains("no data");
    }

    /// Of three paths that cross, the middle one at the start stays at 1, the middle one at the end at 2.
    @Test
    void pathsAreChosenByRankAtTheStartToo() {
        Points paths = Points.of(new double[] {0, 3}, new double[] {1, 1}, new double[] {2, 2});
        for (FanFigure.By by : FanFigure.By.values()) {
            Parsed svg = Parsed.of(new FanFigure(
                    Sheet.column("", ""), "x", "t", List.of(0.0, 1.0), paths, NONE, NONE, 1, by, List.of()));
            Parsed panel = svg.one("panel");
            double value = by == FanFigure.By.START ? 1 : 2;
            assertThat(panel.one("path").points().getLast()[1]).isCloseTo(panel.py(value), within(PIXEL));
            assertThat(String.join(" ", svg.texts())).contains("by rank of their " + (value == 1 ? "start" : "end"));
        }
    }

    @Test
    void refusesTimesThatTurnAndCutsOutside() {
        Points paths = Points.zeros(1, 2);
        assertThatThrownBy(() -> new FanFigure(
                        Sheet.column("", ""),
                        "x",
                        "t",
                        List.of(1.0, 1.0),
                        paths,
                        NONE,
                        NONE,
                        1,
                        FanFigure.By.END,
                        List.of()))
                .hasMessageContaining("rising or falling");
        assertThatThrownBy(() -> figure(paths, 1, List.of(1.0))).hasMessageContaining("cuts between its times");
        assertThatThrownBy(() -> figure(Points.zeros(1, 3), 1, List.of())).hasMessageContaining("n x 2, got 1 x 3");
    }

    private static FanFigure figure(Points paths, int count, List<Double> cuts) {
        return new FanFigure(
                Sheet.column("", ""), "x", "t", List.of(1.0, 0.0), paths, NONE, NONE, count, FanFigure.By.END, cuts);
    }
}
