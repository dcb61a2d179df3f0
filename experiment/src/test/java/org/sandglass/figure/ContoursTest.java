package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private static final Window SQUARE = Window.square(2);

    @Test
    void aContourOfAConeIsACircle() {
        Grid cone = Grid.of(SQUARE, 101, 101, (x, y) -> 2 - Math.hypot(x, y));
        List<Contours.Line> lines = Contours.lines(cone, 1);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().closed()).isTrue();
        // linear interpolation on a cell of side h misses a circle by at most h²/8 r = 0.0002
        assertThat(lines.getFirst().points())
                .allSatisfy(p -> assertThat(Math.hypot(p[0], p[1])).isCloseTo(1, within(0.0003)));
    }

    @Test
    void aContourOfAPlaneIsALineFromEdgeToEdge() {
        Grid plane = Grid.of(SQUARE, 7, 5, (x, y) -> x + 2 * y);
        List<Contours.Line> lines = Contours.lines(plane, 0.5);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().closed()).isFalse();
        assertThat(lines.getFirst().points())
                .allSatisfy(p -> assertThat(p[0] + 2 * p[1]).isCloseTo(0.5, within(1e-12)));
        double[] first = lines.getFirst().points().getFirst();
        double[] last = lines.getFirst().points().getLast();
        assertThat(Math.abs(first[0])).isCloseTo(2, within(1e-12));
        assertThat(Math.abs(last[0])).isCloseTo(2, within(1e-12));
    }

    @Test
    void twoHillsHaveTwoContoursAboveTheirSaddleAndOneBelow() {
        Grid hills = Grid.of(
                SQUARE,
                81,
                81,
                (x, y) -> Math.exp(-4 * ((x - 1) * (x - 1) + y * y)) + Math.exp(-4 * ((x + 1) * (x + 1) + y * y)));
        double saddle = 2 * Math.exp(-4);
        assertThat(Contours.lines(hills, saddle * 1.2)).hasSize(2);
        assertThat(Contours.lines(hills, saddle * 0.8)).hasSize(1);
    }

    @Test
    void theGreaterValuesLieOnTheLeft() {
        Grid hill = Grid.of(SQUARE, 41, 41, (x, y) -> -x * x - y * y);
        assertThat(area(Contours.lines(hill, -1).getFirst()))
                .as("counter-clockwise")
                .isPositive();
        Grid hole = Grid.of(SQUARE, 41, 41, (x, y) -> x * x + y * y);
        assertThat(area(Contours.lines(hole, 1).getFirst())).as("clockwise").isNegative();
    }

    @Test
    void bothWaysThroughASaddleCellAreFound() {
        // corners 1, 0, 1, 0 around the cell, the mean 0.5
        Grid saddle = Grid.of(SQUARE, 2, 2, new double[] {1, 0, 0, 1});
        assertThat(Contours.lines(saddle, 0.4)).as("corners above are joined").hasSize(2);
        assertThat(middle(Contours.lines(saddle, 0.4)))
                .as("around the corners below")
                .allSatisfy(p -> assertThat(p[0] * p[1]).isNegative());
        assertThat(middle(Contours.lines(saddle, 0.6)))
                .as("around the corners above")
                .allSatisfy(p -> assertThat(p[0] * p[1]).isPositive());
    }

    @Test
    void regionsAreClosedAlongTheEdgesAndCoverWhatIsAbove() {
        Grid plane = Grid.of(SQUARE, 9, 9, (x, y) -> x);
        List<Contours.Line> half = Contours.regions(plane, 1);
        assertThat(half).hasSize(1);
        assertThat(half.getFirst().closed()).isTrue();
        assertThat(area(half.getFirst())).as("a strip of 1 x 4").isCloseTo(4, within(1e-12));
        assertThat(area(Contours.regions(plane, -5).getFirst()))
                .as("everything")
                .isCloseTo(16, within(1e-12));
        assertThat(Contours.regions(plane, 5)).isEmpty();
    }

    @Test
    void numbersThatAreNotFiniteAreEdges() {
        double[] values = new double[25];
        values[12] = Double.POSITIVE_INFINITY;
        values[0] = Double.NaN;
        Grid grid = Grid.of(SQUARE, 5, 5, values);
        assertThat(Contours.lines(grid, 1)).hasSize(1);
        assertThat(grid.greatest()).isEqualTo(0);
        assertThat(Contours.regions(grid, -1)).isNotEmpty();
    }

    private static List<double[]> middle(List<Contours.Line> lines) {
        return lines.stream()
                .map(line -> {
                    double[] a = line.points().getFirst();
                    double[] b = line.points().getLast();
                    return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2};
                })
                .toList();
    }

    /// Twice the sum of cross products, halved: positive if counter-clockwise.
    private static double area(Contours.Line line) {
        double sum = 0;
        List<double[]> points = line.points();
        for (int i = 0; i < points.size(); i++) {
            double[] a = points.get(i);
            double[] b = points.get((i + 1) % points.size());
            sum += a[0] * b[1] - a[1] * b[0];
        }
        return sum / 2;
    }
}
