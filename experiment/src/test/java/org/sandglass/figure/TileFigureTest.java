package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.w3c.dom.Element;

class TileFigureTest {
    @Test
    void everyImageIsATileWhosePixelsHaveTheirColours() {
        Points image = Points.of(new double[] {1, 0, 0.5, 2});
        Parsed tile = Parsed.of(figure(image)).one("tile");
        assertThat(fills(tile)).containsExactly(middle(), Theme.LIGHT.ink());
        assertThat(tile.attribute("viewBox")).isEqualTo("0 0 2 2");
        assertThat(paths(tile).getLast().attribute("d"))
                .as("upper left, and what is beyond the high end at the lower right")
                .isEqualTo("M0 0h1v1h-1ZM1 1h1v1h-1Z");
        assertThat(paths(tile).getFirst().attribute("d")).isEqualTo("M0 1h1v1h-1Z");
    }

    @Test
    void pixelsOfWhichNothingIsKnownAreHatched() {
        Parsed figure = Parsed.of(figure(Points.of(new double[] {Double.NaN, 0, 0, 0})));
        Parsed tile = figure.one("tile");
        assertThat(fills(tile)).isEmpty();
        double side = tile.number("width") / 2;
        Parsed lines = figure.one("unknown");
        assertThat(lines.parts()).as("diagonals of a pixel").isBetween(5L, 6L);
        assertThat(lines.points()).allSatisfy(point -> {
            assertThat(point[0]).isBetween(tile.number("x") - 0.01, tile.number("x") + side + 0.01);
            assertThat(point[1]).isBetween(tile.number("y") - 0.01, tile.number("y") + side + 0.01);
        });
    }

    @Test
    void labelsStandOverTheirColumnsAndBesideTheirRows() {
        Points two = Points.zeros(2, 4);
        Parsed figure = Parsed.of(new TileFigure(
                Sheet.column("", ""),
                2,
                2,
                0,
                1,
                List.of("t = 0", "t = 1"),
                List.of(new TileFigure.Row("first", two), new TileFigure.Row("second", two))));
        assertThat(figure.texts()).containsExactly("t = 0", "t = 1", "first", "second");
        List<Parsed> tiles = figure.all("tile");
        assertThat(tiles).hasSize(4);
        Parsed label = new Parsed(figure.lettering().get(1));
        double centre = label.number("x") + label.number("textLength") / 2;
        assertThat(centre).isCloseTo(tiles.get(1).number("x") + tiles.get(1).number("width") / 2, offset(0.02));
        assertThat(label.number("y")).isLessThan(tiles.get(1).number("y"));
        assertThat(tiles.get(2).number("y"))
                .isGreaterThan(tiles.getFirst().number("y") + tiles.getFirst().number("height"));
    }

    private static String middle() {
        return new ColourMap(List.of(Theme.LIGHT.background(), Theme.LIGHT.ink())).at(16 / 31.0);
    }

    @Test
    void neighboursOfOneShadeAreOneRectangle() {
        Parsed tile = Parsed.of(figure(Points.of(new double[] {1, 1, 1, 1}))).one("tile");
        assertThat(paths(tile).getFirst().parts()).as("one per row").isEqualTo(2);
    }

    @Test
    void noImagesAreSaid() {
        assertThat(Parsed.of(figure(Points.zeros(0, 4))).texts()).contains("no data");
    }

    @Test
    void refusesImagesOfAnotherSize() {
        assertThatThrownBy(() -> figure(Points.zeros(1, 5))).hasMessageContaining("n x 4, got 1 x 5");
        assertThatThrownBy(() -> new TileFigure(Sheet.column("", ""), 2, 2, 1, 1, List.of(), List.of()))
                .hasMessageContaining("low < high");
        assertThatThrownBy(() -> new TileFigure(Sheet.column("", ""), 2, 2, 0, 1, List.of("x"), List.of()))
                .hasMessageContaining("at most as many labels of columns as there are, 0, got 1");
    }

    private static TileFigure figure(Points images) {
        return new TileFigure(Sheet.column("", ""), 2, 2, 0, 1, List.of(), List.of(new TileFigure.Row("", images)));
    }

    private static List<Parsed> paths(Parsed tile) {
        var found = tile.root().getElementsByTagName("path");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> new Parsed((Element) found.item(i)))
                .toList();
    }

    private static List<String> fills(Parsed tile) {
        return paths(tile).stream().map(path -> path.attribute("fill")).toList();
    }
}
