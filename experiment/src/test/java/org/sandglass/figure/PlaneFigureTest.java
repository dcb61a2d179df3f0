package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;

class PlaneFigureTest {
    private static final double PIXEL = 0.011;

    @Test
    void contoursPassThroughPointsOfKnownDensityWithinAPixel() {
        Window window = PlaneExamples.WINDOW;
        Grid grid = Grid.of(window, 151, 113, (x, y) -> PlaneExamples.density(x, y, 1, 0));
        for (double[] point : new double[][] {{-1.5, 0.4}, {0.3, 0.9}, {2.6, -0.2}, {-2.9, -2.2}, {1.3, 0.9}}) {
            double level = PlaneExamples.density(point[0], point[1], 1, 0);
            Parsed panel = Parsed.of(figure(window, new Layer.Lines("level", grid, List.of(level))))
                    .one("panel");
            double nearest = distance(panel, point, panel.one("contour").points());
            assertThat(nearest)
                    .as("pixels from %s, %s to the contour of its density", point[0], point[1])
                    .isLessThan(1);
        }
    }

    /// From a point to the nearest piece of a line.
    private static double distance(Parsed panel, double[] point, List<double[]> line) {
        double x = panel.px(point[0]);
        double y = panel.py(point[1]);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.size(); i++) {
            double[] a = line.get(i - 1);
            double[] b = line.get(i);
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            double along = ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length / length;
            double share = length == 0 ? 0 : Math.clamp(along, 0, 1);
            least = Math.min(least, Math.hypot(x - a[0] - share * (b[0] - a[0]), y - a[1] - share * (b[1] - a[1])));
        }
        return least;
    }

    @Test
    void theAxesOfAnEllipseLieAlongTheEigenvectors() {
        // Σ = U diag(4, 1/4) Uᵀ with U turned by 30°
        double cos = Math.sqrt(0.75);
        double sin = 0.5;
        Ellipse ellipse = new Ellipse(
                1, -0.5, 4 * cos * cos + 0.25 * sin * sin, 3.75 * cos * sin, 4 * sin * sin + 0.25 * cos * cos, 1);
        Parsed panel = Parsed.of(figure(Window.square(4), new Layer.Ellipses("std", List.of(ellipse))))
                .one("panel");
        List<double[]> outline = panel.one("ellipse").points();
        double unit = panel.px(1) - panel.px(0);
        double[] far = outline.stream()
                .max(Comparator.comparingDouble(p -> radius(panel, p)))
                .orElseThrow();
        double[] near = outline.stream()
                .min(Comparator.comparingDouble(p -> radius(panel, p)))
                .orElseThrow();
        assertThat(radius(panel, far) / unit).isCloseTo(2, within(1e-3));
        assertThat(radius(panel, near) / unit).isCloseTo(0.5, within(1e-3));
        double slope = -(far[1] - panel.py(-0.5)) / (far[0] - panel.px(1));
        assertThat(Math.toDegrees(Math.atan(slope))).isCloseTo(30, within(0.05));
    }

    private static double radius(Parsed panel, double[] p) {
        return Math.hypot(p[0] - panel.px(1), p[1] - panel.py(-0.5));
    }

    @Test
    void anEllipseOfNoWidthIsALine() {
        Ellipse flat = new Ellipse(0, 0, 1, 1, 1, 2);
        assertThat(flat.minor()).isZero();
        assertThat(flat.major()).isCloseTo(2 * Math.sqrt(2), within(1e-12));
        assertThatThrownBy(() -> new Ellipse(0, 0, 1, 1.1, 1, 2)).hasMessageContaining("xy=1.1");
    }

    @Test
    void samplesAreDotsWhereTheyAreAndThoseOutsideAreCounted() {
        Points points = Points.of(
                new double[] {0.5, 0.25}, new double[] {9, 9}, new double[] {Double.NaN, 0}, new double[] {-1, -1});
        Parsed svg = Parsed.of(figure(Window.square(2), new Layer.Samples("draws", points)));
        Parsed panel = svg.one("panel");
        List<double[]> dots = panel.one("dots").points();
        assertThat(dots).hasSize(2);
        assertThat(dots.getFirst()[0]).isCloseTo(panel.px(0.5), within(PIXEL));
        assertThat(dots.getFirst()[1]).isCloseTo(panel.py(0.25), within(PIXEL));
        assertThat(String.join(" ", svg.texts())).contains("2 of 4 points lie outside");
    }

    @Test
    void theMeasurementIsTheLineOfPointsThatFit() {
        Parsed panel = Parsed.of(figure(Window.square(2), new Layer.Measurement("y", 1, 2, 1, 0.1)))
                .one("panel");
        for (double[] end : panel.one("line").points()) {
            double x = (end[0] - panel.px(0)) / (panel.px(1) - panel.px(0));
            double y = (end[1] - panel.py(0)) / (panel.py(1) - panel.py(0));
            assertThat(x + 2 * y).isCloseTo(1, within(1e-3));
        }
        assertThat(panel.one("band").points()).hasSize(4);
    }

    @Test
    void pathsGoThroughTheirPointsInTheirOrder() {
        Points path = Points.of(new double[] {-1, -1}, new double[] {0, 0.5}, new double[] {1, 1});
        Parsed panel = Parsed.of(figure(Window.square(2), new Layer.Paths("flow", List.of(path))))
                .one("panel");
        List<Parsed> pieces = panel.all("piece");
        assertThat(pieces).hasSize(2);
        double[] last = pieces.getLast().points().getLast();
        assertThat(last[0]).isCloseTo(panel.px(1), within(PIXEL));
        assertThat(last[1]).isCloseTo(panel.py(1), within(PIXEL));
        assertThat(pieces.getFirst().points().getFirst()[0]).isCloseTo(panel.px(-1), within(PIXEL));
    }

    @Test
    void oneArrowPerPointAndTheLegendSaysHowLongTheLongestIs() {
        Points points = Points.of(new double[] {0, 0}, new double[] {1, 1}, new double[] {-1, 1});
        Points vectors = Points.of(new double[] {3, 4}, new double[] {0, 1}, new double[] {Double.NaN, 1});
        Parsed svg = Parsed.of(figure(Window.square(2), new Layer.Arrows("score", points, vectors)));
        Parsed arrows = svg.one("arrows");
        Parsed path = new Parsed(
                (org.w3c.dom.Element) arrows.root().getElementsByTagName("path").item(0));
        assertThat(path.parts()).as("a shaft and a head for each of two").isEqualTo(4);
        assertThat(svg.texts()).contains("score, longest 5");
        double[] tail = path.points().get(0);
        double[] tip = path.points().get(1);
        assertThat((tip[1] - tail[1]) / (tip[0] - tail[0])).as("upwards").isCloseTo(-4.0 / 3, within(1e-3));
    }

    @Test
    void panelsOfOneWindowShareTheirLabels() {
        Parsed svg = Parsed.of(PlaneExamples.evolution());
        assertThat(svg.all("panel")).hasSize(6);
        assertThat(svg.texts().stream().filter("1"::equals))
                .as("the subscript of x₁, once per row")
                .hasSize(2);
    }

    @Test
    void nothingIsSaidInItsPanel() {
        assertThat(Parsed.of(figure(Window.square(1))).texts()).contains("no data");
        Grid zero = Grid.of(Window.square(1), 3, 3, new double[9]);
        assertThat(Parsed.of(figure(Window.square(1), new Layer.Heat("density", zero)))
                        .all("heat"))
                .hasSize(1);
    }

    @Test
    void aWindowHoldsItsPointsAlsoWhenTheyAreOneOrNone() {
        assertThat(Window.around(Points.zeros(0, 2))).isEqualTo(Window.square(1));
        Window one = Window.around(Points.of(new double[] {3, 0}));
        assertThat(one.holds(3, 0)).isTrue();
        assertThat(one.right() - one.left()).isPositive();
    }

    @Test
    void levelsOfMassHoldTheirShare() {
        Grid normal = Grid.of(Window.square(5), 201, 201, (x, y) -> Math.exp(-(x * x + y * y) / 2) / (2 * Math.PI));
        // P(r < q) = 1 − exp(−q²/2): the level that holds a share s is (1 − s)/2π
        List<Double> levels = normal.levelsOfMass(0.5, 0.9);
        assertThat(levels.get(0)).isCloseTo(0.1 / (2 * Math.PI), within(2e-4));
        assertThat(levels.get(1)).isCloseTo(0.5 / (2 * Math.PI), within(1e-3));
    }

    @Test
    void refusesPartsThatDoNotMatch() {
        assertThatThrownBy(() -> new Layer.Samples("", Points.zeros(3, 3))).hasMessageContaining("n x 2, got 3 x 3");
        assertThatThrownBy(() -> new Layer.Arrows("", Points.zeros(3, 2), Points.zeros(2, 2)))
                .hasMessageContaining("got 2 and 3");
        assertThatThrownBy(() -> new Window(1, 1, 0, 1)).hasMessageContaining("left=1.0, right=1.0");
        assertThatThrownBy(() -> new PlaneFigure(Sheet.column("", ""), List.of()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> Grid.of(Window.square(1), 2, 2, new double[3])).hasMessageContaining("3 numbers");
    }

    private static PlaneFigure figure(Window window, Layer... layers) {
        return new PlaneFigure(Sheet.column("", ""), new Scene("", window, layers));
    }
}
