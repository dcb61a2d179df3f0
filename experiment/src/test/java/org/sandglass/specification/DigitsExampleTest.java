package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.fit.HeldOut;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.LinearMeasurement;

/// What examples/gallery/digits-inpainting.yaml says of its digit.
class DigitsExampleTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private static Points digits() throws Exception {
        return ArrayFiles.readPoints(
                EXAMPLES.resolve("data").resolve("digits.csv.gz"), Selection.columns(List.of("0..63")));
    }

    @Test
    void theDigitThatIsSeenIsRowThreeAndWasHeldOut() throws Exception {
        double[] digit = digits().row(3);
        LinearMeasurement seen = ExperimentSpec.read(EXAMPLES.resolve("gallery").resolve("digits-inpainting.yaml"))
                .measurement()
                .orElseThrow()
                .of(64);
        assertThat(seen.y()).isEqualTo(Arrays.copyOf(digit, 32));
        assertThat(IntStream.range(0, 32)).allMatch(i -> seen.row(i)[i] == 1);
        HeldOut split = HeldOut.of(digits(), 0.2, 0);
        assertThat(Arrays.stream(split.heldOut().toRows())).anyMatch(row -> Arrays.equals(row, digit));
        assertThat(Arrays.stream(split.training().toRows())).noneMatch(row -> Arrays.equals(row, digit));
    }
}
