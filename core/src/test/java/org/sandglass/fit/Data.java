package org.sandglass.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.sandglass.linalg.Points;

/// The data of the examples.
final class Data {
    private static final Path FOLDER = Path.of("..", "examples", "data");

    private Data() {}

    /// 342 × 4.
    static Points penguins() {
        return Points.of(lines("penguins.csv").stream()
                .skip(1)
                .map(line -> numbers(line.substring(line.indexOf(',') + 1)))
                .toArray(double[][]::new));
    }

    static Labelling species() {
        return Labelling.of(lines("penguins.csv").stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList());
    }

    /// 1797 × 64, of which columns 0, 32 and 39 are constant.
    static Points digits() {
        return Points.of(lines("digits.csv.gz").stream()
                .map(line -> Arrays.copyOf(numbers(line), 64))
                .toArray(double[][]::new));
    }

    /// The sums of the digits' 8 rows of pixels, 1797 × 8.
    static Points digitRows() {
        return Points.of(Arrays.stream(digits().toRows())
                .map(image -> {
                    double[] sums = new double[8];
                    for (int j = 0; j < image.length; j++) {
                        sums[j / 8] += image[j];
                    }
                    return sums;
                })
                .toArray(double[][]::new));
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> lines(String file) {
        try (InputStream raw = Files.newInputStream(FOLDER.resolve(file));
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
