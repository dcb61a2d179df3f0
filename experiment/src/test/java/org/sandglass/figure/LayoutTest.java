package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.w3c.dom.Element;

/// The layout of every example: text is inside the page, large enough, and covers no other text.
class LayoutTest {
    @TestFactory
    Stream<DynamicTest> noTextIsCutOffOrCoversOther() {
        Map<String, Figure> figures = new LinkedHashMap<>(ExampleFigures.all());
        figures.put("crowd", ErrorExamples.crowd());
        figures.put(
                "crowd in a column",
                new ErrorFigure(
                        Sheet.column("Forty", ""),
                        "error",
                        ErrorExamples.crowd().panels()));
        return figures.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(Parsed.of(each.getValue()))));
    }

    private static void check(Parsed svg) {
        Box page = new Box(0, 0, svg.number("width"), svg.number("height"));
        List<Box> boxes = new ArrayList<>();
        for (Element text : svg.lettering()) {
            Box box = extent(text);
            assertThat(page.contains(box))
                    .as("'%s' at %s is inside %s", text.getTextContent(), box, page)
                    .isTrue();
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(boxes.get(i).overlaps(box)
                                && !areParts(svg.lettering().get(i), text))
                        .as(
                                "'%s' covers '%s'",
                                text.getTextContent(), svg.lettering().get(i).getTextContent())
                        .isFalse();
            }
            boxes.add(box);
        }
    }

    /// Raised and lowered parts touch their neighbours.
    private static boolean areParts(Element a, Element b) {
        return !a.getAttribute("font-size").equals(b.getAttribute("font-size"));
    }

    private static Box extent(Element text) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double width = Double.parseDouble(text.getAttribute("textLength"));
        double height = 0.7 * Double.parseDouble(text.getAttribute("font-size"));
        Box flat = new Box(x, y - height, width, 1.2 * height);
        if (text.getAttribute("transform").isEmpty()) {
            return flat;
        }
        String[] turn = text.getAttribute("transform").split("[ ()]");
        double cx = Double.parseDouble(turn[2]);
        double cy = Double.parseDouble(turn[3]);
        // (x, y) turned by −90° about (cx, cy) is (cx + y − cy, cy − x + cx)
        return new Box(cx + flat.y() - cy, cy - flat.right() + cx, flat.height(), flat.width());
    }

    @TestFactory
    Stream<DynamicTest> lettersAreAtLeastSevenPointsInAColumn() {
        return ExampleFigures.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    for (Element text : Parsed.of(each.getValue()).lettering()) {
                        double size = Double.parseDouble(text.getAttribute("font-size"));
                        boolean isPart = text.getTextContent().length() <= 3;
                        assertThat(size * 240 / 360)
                                .as("points of '%s'; exponents and indices may be smaller", text.getTextContent())
                                .isGreaterThanOrEqualTo(isPart ? 5.4 : 7);
                    }
                }));
    }

    @Test
    void longLabelsAndGreatNumbersHaveRoomToo() {
        Points points = Points.of(
                new double[] {-123456, 1e-7, 1e12}, new double[] {654321, 3e-7, 4e12}, new double[] {0, -2e-7, -3e12});
        String name = "a quantity with a name that is too long (kilometres per second)";
        PairFigure.Cloud cloud = new PairFigure.Cloud("draws", points);
        check(Parsed.of(new PairFigure(
                Sheet.column("Pairs", ""), List.of(name, name, name), List.of(cloud), List.of(), List.of())));
        Mark curve =
                new Mark.Curve("c", Points.of(new double[] {-1e9, 1e-9}, new double[] {2e9, 5e-9}), Mark.Look.SOLID);
        check(Parsed.of(new ChartFigure(
                Sheet.column("Chart", ""), new Chart(name, Measure.of(name), Measure.of(name), List.of(curve)))));
        Window wide = new Window(-12000, 12000, -3000, 3000);
        check(Parsed.of(new PlaneFigure(
                Sheet.page("Plane", ""),
                List.of(new Scene(name, wide), new Scene(name, wide), new Scene("", wide), new Scene("t", wide)))));
    }

    @Test
    void longTitlesAndCaptionsAreBrokenAndLongNamesCutOff() {
        String words = "a long title that goes on and on ".repeat(6);
        ErrorFigure figure = new ErrorFigure(
                Sheet.column(words, words + "W".repeat(200)),
                "error",
                List.of(new ErrorFigure.Panel(
                        words,
                        List.of(new ErrorFigure.Series(
                                words, List.of(ErrorFigure.Point.exact(1, 1)), new ErrorFigure.Order.None())),
                        new ErrorFigure.Floor.None())));
        Parsed svg = Parsed.of(figure);
        check(svg);
        assertThat(svg.texts()).anyMatch(text -> text.endsWith("…"));
    }
}
