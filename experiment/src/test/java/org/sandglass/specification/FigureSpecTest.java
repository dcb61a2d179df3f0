package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sandglass.format.InputException;

/// Figures as experiments ask for them.
class FigureSpecTest {
    @TempDir
    private Path folder;

    private ExperimentSpec read(String figures, String more) throws IOException {
        return ExperimentSpec.read(Files.writeString(
                folder.resolve("spec.yaml"),
                "mixture: {means: [[0, 0]], std: 1}\nprocess: {type: edm}\n" + more + "figures: " + figures + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [{type: diffusion, times: [0, 81]}]                   | figures[0].times[1] must be between 0 and 80, got 81
            [{type: diffusion, times: [-1, 1]}]                   | figures[0].times[0] must be between 0 and 80, got -1
            [{type: diffusion, times: [1, 0.5]}]                  | figures[0].times[1] must be more than the time before
            [{type: diffusion, times: []}]                        | figures[0].times must not be empty
            [{type: diffusion, times: {rule: log-sigma, least: 90}}] | figures[0].times has no times: LogSigma
            [{type: forward, segments: [0, 100]}]                 | figures[0].segments[1] must be between 0 and 80, got 100
            [{type: forward, points: 3}]                          | figures[0]: unknown key "points"
            [{type: density, points: 0}]                          | figures[0].points must be >= 1, got 0
            [density, trajectories]                               | figures ask for trajectories, which needs the key samplers
            [posterior]                                           | figures ask for posterior, which needs the key measurement
            """)
    void whatCannotBeShownIsRefusedWithItsPlace(String figures, String message) {
        assertThatThrownBy(() -> read(figures, ""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void countsAreFilledInByTheSpace() throws IOException {
        ExperimentSpec spec = read("[density, {type: forward, paths: 7}]", "");
        assertThat(spec.figures(1)).extracting(FigureSpec::most).isEqualTo(List.of(2000, 7));
        assertThat(spec.figures(2)).extracting(FigureSpec::most).isEqualTo(List.of(1000, 7));
    }

    @Test
    void lawsAloneAreShownByDensityAndDiffusion() throws IOException {
        assertThat(read("[]", "").figures(2)).isEmpty();
        ExperimentSpec usual = ExperimentSpec.read(
                Files.writeString(folder.resolve("usual.yaml"), "mixture: {means: [[0, 0]], std: 1}\nprocess: flow\n"));
        assertThat(usual.figures(2))
                .extracting(FigureSpec::kind)
                .containsExactly(FigureKind.DENSITY, FigureKind.DIFFUSION);
    }
}
