package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.w3c.dom.Element;

class TileFigureTest {
    @Test
    void everyImageIsATileWhosePixelsHaveTheirColours() {
        // ink, page / middle, NaN
        Points image = Points.of(new double[] {1, 0, 0.5, Double.NaN});
        Parsed tile = Parsed.of(figure(image)).one("tile");
        List<String> fills = new java.util.ArrayList<>();
        var paths = tile.root().getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            fills.add(((Element) paths.item(i)).getAttribute("fill"));
        }
        assertThat(fills).containsExactly(Theme.LIGHT.series(1), middle(), Theme.LIGHT.ink());
        Parsed ink = new Parsed((Element) paths.item(2));
        assertThat(ink.points().getFirst()[0]).as("upper left").isEqualTo(tile.number("x"));
        assertThat(ink.points().getFirst()[1]).isEqualTo(tile.number("y"));
    }

    private static String middle() {
        return new ColourMap(List.of(Theme.LIGHT.background(), Theme.LIGHT.ink())).at(16 / 31.0);
    }

    @Test
    void neighboursOfOneShadeAreOneRectangle() {
        Parsed tile = Parsed.of(figure(Points.of(new double[] {1, 1, 1, 1}))).one("tile");
        Parsed ink =
                new Parsed((Element) tile.root().getElementsByTagName("path").item(0));
        assertThat(ink.parts()).as("one per row").isEqualTo(2);
    }

    @Test
    void noImagesAreSaid() {
        assertThat(Parsed.of(figure(Points.zeros(0, 4))).texts()).contains("no data");
    }

    @Test
    void refusesImagesOfAnotherSize() {
        assertThatThrownBy(() -> figure(Points.zeros(1, 5))).hasMessageContaining("n x 4, got 1 x 5");
        assertThatThrownBy(() -> new TileFigure(Sheet.column("", ""), 2, 2, 1, 1, List.of()))
                .hasMessageContaining("low < high");
    }

    private static TileFigure figure(Points images) {
        return new TileFigure(Sheet.column("", ""), 2, 2, 0, 1, List.of(new TileFigure.Row("", images)));
    }
}
