package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayReader;
import org.sandglass.format.Selection;

/// A data set does not have to fit in memory, in any format: rows with log density and score, 40 bytes each, pass
/// through a heap that is smaller. Parquet keeps a row group of 32 MB.
class DataSetMemoryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({".npz, 600000, 18", ".csv, 600000, 18", ".json, 600000, 18", ".parquet, 2500000, 80"})
    void moreRowsThanTheHeapHoldsAreWritten(String suffix, int n, int megabytes) throws Exception {
        Path file = folder.resolve("rows" + suffix);
        child(megabytes, "-n", n + "", "--with", "log-density,score", "-o", file + "");
        Path last = folder.resolve("last.npz");
        child(megabytes, "-n", "1", "--offset", n - 1 + "", "-o", last + "");
        assertThat(lastRow(file, n))
                .isEqualTo(ArrayFiles.read(last, Selection.usual()).data());
    }

    private static double[] lastRow(Path file, int n) throws IOException {
        try (ArrayReader reader = ArrayFiles.open(file, Selection.usual())) {
            double[] chunk = new double[2 * 4096];
            int rows = 0;
            double[] last = {};
            for (int got = reader.read(chunk, 4096); got > 0; got = reader.read(chunk, 4096)) {
                rows += got;
                last = Arrays.copyOfRange(chunk, 2 * got - 2, 2 * got);
            }
            assertThat(rows).isEqualTo(n);
            return last;
        }
    }

    private static void child(int megabytes, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sample",
                "--mixture",
                "gmm40-fab"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
