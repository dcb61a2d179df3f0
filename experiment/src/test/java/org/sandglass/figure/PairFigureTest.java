package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;

class PairFigureTest {
    @Test
    void everyPairHasAPanelAndEveryCoordinateAHistogram() {
        Parsed svg = Parsed.of(ChartExamples.pairs());
        assertThat(svg.all("panel")).as("three pairs and three coordinates").hasSize(6);
        assertThat(svg.all("dots")).as("two sets in three pairs").hasSize(6);
        assertThat(svg.all("bars")).hasSize(6);
        assertThat(svg.all("curve")).hasSize(3);
        assertThat(svg.all("contour")).hasSize(9);
    }

    @Test
    void theEarlierCoordinateRunsAcross() {
        Points points = Points.of(new double[] {1, 10}, new double[] {2, 30});
        Parsed svg = Parsed.of(new PairFigure(
                Sheet.column("", ""),
                List.of("a", "b"),
                List.of(new PairFigure.Cloud("draws", points)),
                List.of(),
                List.of()));
        Parsed pair = svg.all("panel").stream()
                .filter(panel -> !panel.all("dots").isEmpty())
                .findFirst()
                .orElseThrow();
        double[] second = pair.one("dots").points().getLast();
        assertThat(second[0]).isCloseTo(pair.px(2), within(0.011));
        assertThat(second[1]).isCloseTo(pair.py(30), within(0.011));
    }

    @Test
    void emptyAndNonFiniteSetsLeaveEmptyPanels() {
        for (Points points : List.of(Points.zeros(0, 3), Points.of(new double[] {Double.NaN, 1, Double.NaN}))) {
            Parsed svg = Parsed.of(new PairFigure(
                    Sheet.column("", ""),
                    List.of("a", "b", "c"),
                    List.of(new PairFigure.Cloud("none", points)),
                    List.of(),
                    List.of()));
            assertThat(svg.all("panel")).hasSize(6);
            assertThat(svg.all("dots")).isEmpty();
        }
    }

    @Test
    void refusesTheWrongNumberOfPlanes() {
        Grid plane = Grid.of(Window.square(1), 2, 2, new double[4]);
        assertThatThrownBy(() -> new PairFigure(
                        Sheet.column("", ""), List.of("a", "b", "c"), List.of(), List.of(), List.of(plane)))
                .hasMessageContaining("no planes or 3, got 1");
    }
}
