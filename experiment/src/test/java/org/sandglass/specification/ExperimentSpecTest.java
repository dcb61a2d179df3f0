package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.format.InputException;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.PanelTimes;

/// What an experiment file may hold, and that its written copy says the same.
class ExperimentSpecTest {
    private static final String BASE = "mixture: two-modes\nprocess: flow\n";

    @TempDir
    private Path folder;

    private ExperimentSpec read(String text) throws IOException {
        return ExperimentSpec.read(Files.writeString(folder.resolve("spec.yaml"), text));
    }

    /// Reads, writes, and reads again.
    private ExperimentSpec copied(ExperimentSpec spec) throws IOException {
        Path copy = folder.resolve("copy.yaml");
        Files.writeString(copy, DocumentWriter.text(spec.toDocument(), copy));
        return ExperimentSpec.read(copy);
    }

    @Test
    void figuresHaveSettingsThatSurviveWriting() throws IOException {
        ExperimentSpec spec = read(BASE + """
                figures:
                  - density
                  - {type: diffusion, points: 12, times: [0, 0.25, 1], arrows: true}
                  - {type: forward, paths: 7, segments: [0.1, 0.5]}
                """);
        List<FigureSpec> figures = spec.figures(2);
        assertThat(figures)
                .extracting(FigureSpec::kind)
                .containsExactly(FigureKind.DENSITY, FigureKind.DIFFUSION, FigureKind.FORWARD);
        FigureSpec diffusion = figures.get(1);
        assertThat(diffusion.count()).isEqualTo(OptionalInt.of(12));
        assertThat(diffusion.arrows()).isTrue();
        assertThat(diffusion.times().times(new Flow(1))).containsExactly(0, 0.25, 1);
        assertThat(figures.get(2).segments()).containsExactly(0.1, 0.5);
        assertThat(copied(spec).figures(2)).isEqualTo(figures);
        assertThat(spec.samplers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise-share", "uniform-sigma", "sigma-rate", "log-sigma", "hybrid", "fixed"})
    void timesOfPanelsComeByRulesToo(String rule) throws IOException {
        ExperimentSpec spec = read(BASE + "figures: [{type: diffusion, times: {rule: " + rule + ", count: 7}}]\n");
        PanelSpec times = spec.figures(2).getFirst().times();
        double[] shown = times.times(new Flow(2));
        assertThat(shown).startsWith(0).endsWith(2).isSorted();
        assertThat(copied(spec).figures(2).getFirst().times().times(new Flow(2)))
                .containsExactly(shown);
        assertThat(times).isInstanceOf(PanelSpec.Ruled.class);
    }

    @Test
    void theUsualTimesAreEvenInTheShareOfNoise() {
        double[] times = PanelSpec.usual().times(new Flow(1));
        assertThat(times).containsExactly(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, within(1e-15));
        assertThat(new PanelTimes.NoiseShare().times(new Flow(1), 3)).containsExactly(0, 0.5, 1);
    }

    @Test
    void aMeasurementSurvivesWritingWhicheverWayItIsSaid() throws IOException {
        for (String measurement : List.of(
                "{operator: [[1, 0.5]], y: [0.1], noise-std: 0.3}",
                "{operator: [[1, 0], [0, 2]], y: [0.1, -0.2], noise-stds: [0.3, 0.7]}",
                "{operator: [[1, 0], [0, 2]], y: [0.1, -0.2], noise-covariance: [[2, 0.5], [0.5, 1]]}",
                "{operator: {mask: [1]}, y: [0.1], noise-std: 0.3}",
                "{operator: {mask: [0..1]}, y: [0.1, 3], noise-std: 0.3}",
                "diffuse-tutorial-2d",
                "{target: diffuse-tutorial-2d}",
                "seen.yaml")) {
            Files.writeString(folder.resolve("seen.yaml"), "{operator: [[3, -1]], y: [2], noise-std: 1}");
            ExperimentSpec spec = read(BASE + "measurement: " + measurement + "\n");
            var seen = spec.measurement().orElseThrow().of(2);
            var again = copied(spec).measurement().orElseThrow().of(2);
            assertThat(again.y()).as(measurement).containsExactly(seen.y());
            assertThat(again.row(0)).containsExactly(seen.row(0));
            assertThat(again.noise().matrix()).containsExactly(seen.noise().matrix(), within(1e-15));
        }
    }

    @Test
    void samplersAreGuidedExactlyUnlessTheySayOtherwise() throws IOException {
        ExperimentSpec spec = read(BASE + """
                measurement: diffuse-tutorial-2d
                samplers:
                  - {type: ddim, steps: 3}
                  - {type: ddim, steps: 3, guidance: tmp}
                """);
        assertThat(copied(spec).samplers())
                .extracting(SamplerSpec::guidance)
                .containsExactly(Guidance.EXACT, Guidance.TMP);
    }

    @Test
    void imagesAndDataSurviveWriting() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "a,b\n1,2\n3,4\n");
        ExperimentSpec spec = read(BASE + """
                data: {data: points.csv, columns: [b, a]}
                image: {width: 2, height: 1, high: 16}
                figures: [data]
                """);
        ShownSpec shown = copied(spec).shown();
        assertThat(shown.image()).contains(new ImageSpec(2, 1, 0, 16));
        ShownData data = shown.data().orElseThrow();
        assertThat(data.names()).containsExactly("b", "a");
        assertThat(data.points().row(1)).containsExactly(4, 3);
    }

    @Test
    void theDataOfAFitAreThoseToShow() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "a,kind,b\n1,x,2\n3,x,4\n7,y,1\n8,y,2\n5,y,3\n2,x,9\n");
        ExperimentSpec spec = read(
                "mixture: {fit: {data: points.csv, by: kind}}\nprocess: flow\nfigures: [data]\nsamplers: [{type: ddim, steps: 2}]\n");
        assertThat(spec.shown().data().orElseThrow().names()).containsExactly("a", "b");
    }

    @Test
    void dataOfAStandardisedFitAreShownStandardised() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "a,kind,b\n1,x,2\n3,x,4\n7,y,1\n9,y,5\n");
        String text = "mixture: {fit: {data: points.csv, by: kind, standardise: true, prior: 1:0.1}}\nprocess: flow\n";
        ShownData fitted = copied(read(text)).shown().data().orElseThrow();
        assertThat(fitted.names()).containsExactly("a (standardised)", "b (standardised)");
        assertThat(fitted.points().row(0))
                .as("means 5 and 3, standard deviations √10 and √2.5")
                .containsExactly(new double[] {-4 / Math.sqrt(10), -1 / Math.sqrt(2.5)}, within(1e-12));
        ShownData named = copied(read(
                        text + "data: {data: points.csv, columns: [a, b], standardise: true, labels: [first, second]}"))
                .shown()
                .data()
                .orElseThrow();
        assertThat(named.names()).containsExactly("first (standardised)", "second (standardised)");
        assertThat(named.points()).isEqualTo(fitted.points());
    }

    @Test
    void labelsOfDataAreAsManyAsColumns() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "a,b\n1,2\n3,4\n");
        ShownData data = read(BASE + "data: {data: points.csv, labels: [one]}\n")
                .shown()
                .data()
                .orElseThrow();
        assertThatThrownBy(data::names)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("data.labels: must be 2");
        Files.writeString(folder.resolve("constant.csv"), "a,b\n1,2\n1,4\n");
        ShownData constant = read(BASE + "data: {data: constant.csv, standardise: true}\n")
                .shown()
                .data()
                .orElseThrow();
        assertThatThrownBy(constant::points)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("column a is constant");
    }

    @Test
    void figuresThatSuitDependOnWhatThereIs() throws IOException {
        ExperimentSpec alone = read(BASE);
        assertThat(alone.figures(2))
                .extracting(FigureSpec::kind)
                .containsExactly(FigureKind.DENSITY, FigureKind.DIFFUSION);
        ExperimentSpec measured = read(BASE + "measurement: diffuse-tutorial-2d\nsamplers: [{type: ddim, steps: 3}]\n");
        assertThat(measured.figures(1))
                .extracting(FigureSpec::kind)
                .containsExactly(
                        FigureKind.POSTERIOR,
                        FigureKind.MARGINALS,
                        FigureKind.TRAJECTORIES,
                        FigureKind.MODES,
                        FigureKind.ERRORS);
        ExperimentSpec images = read(BASE + "image: {width: 2, height: 1}\nsamplers: [{type: ddim, steps: 3}]\n");
        assertThat(images.figures(2))
                .extracting(FigureSpec::kind)
                .containsExactly(FigureKind.SAMPLES, FigureKind.TRAJECTORIES, FigureKind.MODES, FigureKind.ERRORS);
    }

    @Test
    void theSizeOfDataBesideNoiseSurvivesWriting() throws IOException {
        ExperimentSpec spec =
                read(BASE + "figures: [{type: diffusion, times: {rule: noise-share, count: 3, size: 8}}]");
        assertThat(copied(spec).figures(2).getFirst().times())
                .isEqualTo(new PanelSpec.Ruled("noise-share", new PanelTimes.NoiseShare(8), 3));
    }
}
