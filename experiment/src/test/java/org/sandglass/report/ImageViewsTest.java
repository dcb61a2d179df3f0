package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.ColourMap;
import org.sandglass.figure.Parsed;
import org.sandglass.figure.Png;
import org.sandglass.figure.Theme;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.schedule.Flow;
import org.sandglass.specification.ImageSpec;
import org.w3c.dom.Element;

/// Points that are images of 3 × 2 pixels.
class ImageViewsTest {
    private static final String MIXTURE =
            "{weights: [0.25, 0.75], means: [[0, 4, 8, 12, 16, 0], [16, 0, 16, 0, 16, 0]], std: 0.5}";
    private static final String IMAGE = "image: {width: 3, height: 2, low: 0, high: 16}\n";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+Z");

    /// Shades from page to ink, as tiles have them.
    private static final int STEPS = 31;

    @TempDir
    private Path folder;

    @Test
    void componentsStandByWeightEachWithItsMeanAndDraws() throws IOException {
        Parsed figure = Drawn.laws(MIXTURE, IMAGE, "[{type: density, points: 5}]", folder)
                .figure("density");
        List<Parsed> tiles = figure.all("tile");
        assertThat(tiles).hasSize(2 * 6);
        assertThat(figure.texts()).contains("mean", "draws", "75 %", "25 %");
        assertThat(shades(tiles.getFirst())).containsExactly(shades(16, 0, 16, 0, 16, 0));
        assertThat(shades(tiles.get(6))).containsExactly(shades(0, 4, 8, 12, 16, 0));
        assertThat(shades(tiles.get(7)))
                .as("a draw, six standard deviations from its mean at most")
                .satisfies(drawn -> near(drawn, 6 * 0.5, 0, 4, 8, 12, 16, 0));
    }

    @Test
    void dataAreTilesOfTheFirstRows() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,b,c,d,e,f\n" + "16,0,8,4,0,0\n".repeat(23));
        String data = IMAGE + "data: {data: rows.csv}\n";
        Parsed figure =
                Drawn.laws(MIXTURE, data, "[{type: data, points: 12}]", folder).figure("data");
        List<Parsed> tiles = figure.all("tile");
        assertThat(tiles)
                .hasSize(12)
                .allSatisfy(tile -> assertThat(shades(tile)).isEqualTo(shades(16, 0, 8, 4, 0, 0)));
        assertThat(tiles.get(9).number("y"))
                .as("ten in a row")
                .isEqualTo(tiles.getFirst().number("y"));
        assertThat(tiles.get(10).number("y")).isGreaterThan(tiles.getFirst().number("y"));
        assertThat(String.join(" ", figure.texts())).contains("the first 12 of 23 rows");
    }

    @Test
    void aPosteriorShowsWhatWasSeenAndTheExactMeanAndDeviation() throws IOException {
        String seen = IMAGE + "measurement: {operator: {mask: [0..2]}, y: [12, 2, 14], noise-std: 2}\n";
        Parsed figure = Drawn.laws(MIXTURE, seen, "[{type: posterior, points: 4}]", folder)
                .figure("posterior");
        List<Parsed> tiles = figure.all("tile");
        assertThat(tiles).hasSize(4 + 3 + 4);
        assertThat(shades(tiles.get(4))).as("seen").startsWith(shades(12, 2, 14));
        assertThat(figure.one("unknown").points())
                .as("the lower half is hatched")
                .allMatch(point ->
                        point[1] >= tiles.get(4).number("y") + tiles.get(4).number("height") / 2 - 0.01);
        Conditioned exact = prior().condition(measurement());
        assertThat(shades(tiles.get(5))).isEqualTo(shades(exact.mixture().mean()));
        double[] covariance = exact.mixture().covariance();
        double[] stds = IntStream.range(0, 6)
                .mapToDouble(j -> Math.sqrt(covariance[7 * j]))
                .toArray();
        double greatest = IntStream.range(0, 6).mapToDouble(j -> stds[j]).max().orElseThrow();
        assertThat(shades(tiles.get(6)))
                .isEqualTo(shades(IntStream.range(0, 6)
                        .mapToDouble(j -> 16 * stds[j] / greatest)
                        .toArray()));
    }

    private static GaussianMixture prior() {
        Points means = Points.of(new double[] {0, 4, 8, 12, 16, 0}, new double[] {16, 0, 16, 0, 16, 0});
        return GaussianMixture.ofWeights(
                new double[] {0.25, 0.75}, means, List.of(new Isotropic(0.5, 6), new Isotropic(0.5, 6)));
    }

    private static LinearMeasurement measurement() {
        double[][] rows = new double[3][6];
        IntStream.range(0, 3).forEach(i -> rows[i][i] = 1);
        return LinearMeasurement.of(rows, new double[] {12, 2, 14}, new Isotropic(2, 3));
    }

    @Test
    void whatIsNotOfSinglePixelsIsNoImage() {
        double[][] sum = {{1, 1, 0, 0, 0, 0}};
        assertThat(Inpainting.seen(LinearMeasurement.of(sum, new double[] {3}, new Isotropic(1, 1))))
                .isEmpty();
        double[][] scaled = {{0, 0, 4, 0, 0, 0}};
        Points image = Inpainting.seen(LinearMeasurement.of(scaled, new double[] {3}, new Isotropic(1, 1)))
                .orElseThrow();
        assertThat(image.get(0, 2)).isEqualTo(0.75);
        assertThat(image.get(0, 0)).isNaN();
    }

    @Test
    void aStripHasARowForEachPointAndAColumnForEachTime() throws IOException {
        String figures = "[{type: diffusion, points: 3, times: [0, 0.25, 0.5, 1]}, {type: forward, paths: 2}]";
        Drawn drawn = Drawn.laws(MIXTURE, IMAGE, figures, folder);
        Parsed diffusion = drawn.figure("diffusion");
        assertThat(diffusion.all("tile")).hasSize(3 * 4);
        assertThat(diffusion.texts()).contains("t = 0", "t = 0.25", "t = 0.5", "t = 1");
        Parsed forward = drawn.figure("forward");
        long columns =
                forward.texts().stream().filter(text -> text.startsWith("t = ")).count();
        assertThat(forward.all("tile")).hasSize((int) (2 * columns));
        assertThat(columns).isBetween(7L, 9L);
    }

    @Test
    void whatIsSeenUnderNoiseIsOnAScaleThatWidensWithIt() {
        Tiles tiles = new Tiles(new ImageSpec(1, 1, 0, 16));
        Strip strip = new Strip(tiles, new Flow(1));
        // α = 0.75 and σ = 0.25 at t = 0.25: from −0.375 to 12.375
        Points ends = Points.of(new double[] {-0.375}, new double[] {12.375}, new double[] {6});
        assertThat(strip.underNoise(ends, 0.25).data()).containsExactly(0, 16, 8);
        assertThat(strip.underNoise(ends, 0).data()).as("as it is").containsExactly(-0.375, 12.375, 6);
    }

    @Test
    void samplersHaveTilesOfPointsPathsAndMeansGivenThem() throws IOException {
        String spec = "mixture: " + MIXTURE + "\n" + IMAGE + "process: {type: edm, sigma-max: 40}\ncount: 30\n"
                + "samplers: [{type: ddim, steps: 12}]\nmetrics: []\n"
                + "figures: [marginals, samples, trajectories, {type: evolution, times: [0, 1, 8, 40]}, animation]\n";
        Runs.run(spec, folder, 2);
        Drawn drawn = new Drawn(folder);
        assertThat(drawn.names()).doesNotContain("samples-ddim-12");
        assertThat(drawn.figure("marginals-ddim-12").all("tile")).hasSize(30);
        Parsed paths = drawn.figure("trajectories-ddim-12");
        long columns =
                paths.texts().stream().filter(text -> text.startsWith("t = ")).count();
        assertThat(paths.all("tile")).hasSize((int) (6 * columns));
        List<Parsed> evolution = drawn.figure("evolution-ddim-12").all("tile");
        assertThat(evolution).hasSize(3 * 2 * 4);
        assertThat(shades(evolution.get(3)))
                .as("at time 0 the mean given a point is the point")
                .isEqualTo(shades(evolution.get(7)));
        Html page = Runs.page(folder);
        page.needsNoNetwork();
        assertThat(page.all("figure").stream()
                        .filter(f -> f.getAttribute("class").equals("motion")))
                .hasSize(2);
        if (Png.missing().isEmpty()) {
            assertThat(folder.resolve("out/figures/backward-ddim-12.gif")).isNotEmptyFile();
        }
    }

    @Test
    void refusesAnImageOfAnotherSize() {
        String spec = "mixture: " + MIXTURE + "\nprocess: flow\nimage: {width: 3, height: 3}\nfigures: [density]\n";
        assertThatThrownBy(() -> Runs.run(spec, folder, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("image: must have as many pixels as the mixture has dimensions, 6, got 3 x 3");
    }

    private static int[] shades(double... values) {
        return IntStream.range(0, values.length)
                .map(j -> (int) Math.round(STEPS * Math.clamp(values[j] / 16, 0, 1)))
                .toArray();
    }

    private static void near(int[] shades, double most, double... values) {
        for (int j = 0; j < values.length; j++) {
            assertThat(16.0 * shades[j] / STEPS).isBetween(values[j] - most - 0.3, values[j] + most + 0.3);
        }
    }

    /// What the pixels of a tile show.
    private static int[] shades(Parsed tile) {
        ColourMap map = new ColourMap(List.of(Theme.LIGHT.background(), Theme.LIGHT.ink()));
        List<String> colours = IntStream.rangeClosed(0, STEPS)
                .mapToObj(s -> map.at(s / (double) STEPS))
                .toList();
        int[] shades = new int[6];
        var paths = tile.root().getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            int shade = colours.indexOf(path.getAttribute("fill"));
            Matcher runs = RUN.matcher(path.getAttribute("d"));
            while (runs.find()) {
                int from = Integer.parseInt(runs.group(1)) + 3 * Integer.parseInt(runs.group(2));
                Arrays.fill(shades, from, from + Integer.parseInt(runs.group(3)), shade);
            }
        }
        return shades;
    }
}
