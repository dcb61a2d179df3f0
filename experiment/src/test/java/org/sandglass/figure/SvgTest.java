package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SvgTest {
    @TestFactory
    Stream<DynamicTest> theFilesOfTheDocumentationAreWhatTheProgramDraws() {
        Path folder = Path.of("..", "docs", "figures");
        return ExampleFigures.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    String stored = Files.readString(folder.resolve(each.getKey() + ".svg"));
                    assertThat(Svg.text(each.getValue(), Theme.LIGHT))
                            .as("run ExampleFigures in the project's folder to renew docs/figures")
                            .isEqualTo(stored);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theSameFigureGivesTheSameBytesInAnyLocaleAndBothThemesParse() {
        return ExampleFigures.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    String first = Svg.text(each.getValue(), Theme.DARK);
                    Locale before = Locale.getDefault();
                    try {
                        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
                        assertThat(Svg.text(each.getValue(), Theme.DARK)).isEqualTo(first);
                    } finally {
                        Locale.setDefault(before);
                    }
                    assertThat(Parsed.of(first).one("page").attribute("fill")).isEqualTo(Theme.DARK.background());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyKindIsAPictureThatIsNotEmpty() {
        return ExampleFigures.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    org.junit.jupiter.api.Assumptions.assumeTrue(
                            Png.missing().isEmpty(), () -> Png.missing().orElseThrow());
                    checkPicture(Svg.text(each.getValue(), Theme.LIGHT));
                }));
    }

    private static void checkPicture(String svg) throws IOException {
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(Png.bytes(svg, 1)));
        assertThat(image.getWidth()).isEqualTo((int) Parsed.of(svg).number("width"));
        assertThat(image.getHeight()).isEqualTo((int) Parsed.of(svg).number("height"));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        long drawn = java.util.Arrays.stream(pixels)
                .filter(pixel -> pixel != 0xffffffff)
                .count();
        assertThat(drawn).as("pixels that are not white").isGreaterThan(pixels.length / 50);
    }

    @Test
    void aFigureHasATitleAndADescriptionForThoseWhoHearIt() {
        Parsed svg = Parsed.of(ErrorExamples.samplers());
        assertThat(svg.attribute("role")).isEqualTo("img");
        assertThat(svg.root().getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Error against evaluations");
        assertThat(svg.root().getElementsByTagName("desc").item(0).getTextContent())
                .contains("10 000 draws");
    }

    @Test
    void thereAreNoIdentifiersSoThatFiguresCanStandInOnePage() {
        for (Figure figure : ExampleFigures.all().values()) {
            assertThat(Svg.text(figure, Theme.LIGHT)).doesNotContain(" id=").doesNotContain("url(");
        }
    }

    @Test
    void signsOfXmlInNamesAreText() {
        ErrorFigure figure = new ErrorFigure(
                Sheet.column("a < b & \"c\" \u0001", "<script>"),
                "e",
                List.of(new ErrorFigure.Panel("<g>", List.of(), new ErrorFigure.Floor.None())));
        Parsed svg = Parsed.of(figure);
        assertThat(svg.texts()).contains("a < b & \"c\" ?", "<script>", "<g>");
    }

    @Test
    void lengthsAreHundredthsOfPixelsWithoutZerosAtTheEnd() {
        assertThat(List.of(1.0, 0.5, 0.05, -0.004, -1.25, 12.345, 1e6).stream().map(Decimals::text))
                .containsExactly("1", "0.5", "0.05", "0", "-1.25", "12.35", "1000000");
        assertThatThrownBy(() -> Decimals.text(Double.NaN)).hasMessageContaining("finite, got NaN");
    }

    @Test
    void numbersInTextHaveThreeDigits() {
        assertThat(List.of(0.0, 0.15915, -12.34, 4000.0, 1.2e-5, 1e7).stream().map(Significant::text))
                .containsExactly("0", "0.159", "−12.3", "4000", "1.2×10^{−5}", "10^{7}");
    }

    @Test
    void aSheetIsNotTooNarrow() {
        assertThatThrownBy(() -> new Sheet("", "", 100)).hasMessageContaining("240 <= width <= 4000 pixels, got 100.0");
    }
}
