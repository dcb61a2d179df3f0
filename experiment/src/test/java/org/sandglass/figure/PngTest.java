package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.linalg.Points;

class PngTest {
    private static final String SVG = Svg.text(ErrorExamples.samplers(), Theme.LIGHT);

    @BeforeEach
    void fontsAreHere() {
        assumeTrue(Png.missing().isEmpty(), () -> Png.missing().orElseThrow());
    }

    @Test
    void aPictureHasTheSizeOfTheFigureTimesTheScale() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.bytes(SVG, 1.5)));
        Parsed svg = Parsed.of(SVG);
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(1.5 * svg.number("width")));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(1.5 * svg.number("height")));
    }

    @Test
    void aPictureHoldsTheColoursOfItsSeriesAndIsMostlyBackground() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.bytes(SVG, 1)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(count(pixels, 0xff0072b2)).as("blue of the first series").isGreaterThan(50);
        assertThat(count(pixels, 0xffffffff)).as("white").isGreaterThan(pixels.length / 2);
    }

    private static long count(int[] pixels, int colour) {
        return java.util.Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
    }

    @Test
    void aFileAppearsWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("error.png");
        Png.write(SVG, 1, file);
        assertThat(ImageIO.read(file.toFile())).isNotNull();
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void sheetsOfManyTilesAreDrawn() throws IOException {
        double[] ramp = IntStream.range(0, 32).mapToDouble(j -> j / 31.0).toArray();
        Points images = Points.of(Collections.nCopies(100, ramp).toArray(double[][]::new));
        Figure tiles =
                new TileFigure(Sheet.page("", ""), 8, 4, 0, 1, List.of(), List.of(new TileFigure.Row("", images)));
        String svg = Svg.text(tiles, Theme.LIGHT);
        assertThat(svg.split("<path"))
                .as("paths, more than a careful reader takes")
                .hasSizeGreaterThan(3000);
        assertThat(Png.bytes(svg, 1)).isNotEmpty();
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThatThrownBy(() -> Png.bytes("<html/>", 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Png.bytes(SVG, 0)).hasMessageContaining("scale from 0.1 to 20, got 0.0");
    }
}
