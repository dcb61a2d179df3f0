package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A million points (16 MB) pass through a JVM whose heap (12 MB; 96 MB for Parquet, which buffers compressed
/// row groups) could not hold them with their results.
class StreamingTest {
    static final int N = 1_000_000;
    private static final int CHUNK = 4096;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        ".npy, .npz, 12",
        ".npz, .csv, 12",
        ".csv, .npz, 12",
        ".csv.gz, .json, 12",
        ".json, .csv.gz, 12",
        ".npy, .parquet, 96",
        ".parquet, .npz, 96"
    })
    void aMillionPointsPassInTheMemoryOfAChunk(String from, String to, int megabytes) throws Exception {
        Path points = folder.resolve("points" + from);
        Path results = folder.resolve("results" + to);
        writePoints(points);
        Process child = Child.start(Pass.class, List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC"), points, results);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        try (ArrayReader reader = ArrayFiles.open(results, Selection.usual())) {
            double[] x = reader.readAll().data();
            assertThat(x).hasSize(2 * N).startsWith(0, 0.5).endsWith(N - 1, (N - 1) / 2.0);
        }
    }

    @Test
    void aMillionPointsInFortranOrderPassToo() throws Exception {
        Path points = folder.resolve("points.npy");
        double[] columns = new double[2 * N];
        for (int i = 0; i < N; i++) {
            columns[i] = i;
            columns[N + i] = i == 0 ? 0.5 : i / 2.0;
        }
        try (ArrayWriter writer = ArrayFiles.create(points, ArrayLayout.of(Quantity.vector("x", 2)))) {
            writer.append(N, columns);
            writer.commit();
        }
        byte[] bytes = Files.readAllBytes(points);
        byte[] head = new String(bytes, 0, 128, StandardCharsets.ISO_8859_1)
                .replace("False", "True ")
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, bytes, 0, 128);
        Files.write(points, bytes);
        Path results = folder.resolve("results.npz");
        Process child = Child.start(Pass.class, List.of("-Xmx12m", "-XX:+UseSerialGC"), points, results);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        assertThat(ArrayFiles.read(results, Selection.usual()).data())
                .startsWith(0, 0.5, 1, 0.5, 2, 1)
                .endsWith(N - 1, (N - 1) / 2.0);
    }

    private static void writePoints(Path file) throws IOException {
        double[] x = new double[2 * N];
        for (int i = 0; i < N; i++) {
            x[2 * i] = i;
            x[2 * i + 1] = i == 0 ? 0.5 : i / 2.0;
        }
        try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 2)))) {
            writer.append(N, x);
            writer.commit();
        }
    }

    /// Reads points and writes them with the sum of their coordinates.
    static final class Pass {
        private Pass() {}

        public static void main(String[] args) throws IOException {
            double[] x = new double[2 * CHUNK];
            double[] sum = new double[CHUNK];
            ArrayLayout layout = ArrayLayout.of(Quantity.vector("x", 2), Quantity.scalar("sum"));
            try (ArrayReader reader = ArrayFiles.open(Path.of(args[0]), Selection.usual());
                    ArrayWriter writer = ArrayFiles.create(Path.of(args[1]), layout)) {
                for (int rows = reader.read(x, CHUNK); rows > 0; rows = reader.read(x, CHUNK)) {
                    for (int i = 0; i < rows; i++) {
                        sum[i] = x[2 * i] + x[2 * i + 1];
                    }
                    writer.append(rows, x, sum);
                }
                writer.commit();
            }
        }
    }
}
