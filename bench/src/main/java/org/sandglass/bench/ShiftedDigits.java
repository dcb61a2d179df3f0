package org.sandglass.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.sandglass.linalg.Points;

/// Many images of 28 × 28 pixels from 1797 handwritten digits of 8 × 8: each is one of them picked at random,
/// enlarged (linear in between), moved by −2 to 2 pixels each way, with noise of standard deviation 0.05 on
/// pixels in `[0, 1]`.
final class ShiftedDigits {
    private static final int SMALL = 8;
    private static final int SIDE = 28;
    private static final double NOISE = 0.05;

    private ShiftedDigits() {}

    /// The images, `count × 784`.
    static Points of(int count) throws IOException {
        double[][] images = read();
        SplittableRandom random = new SplittableRandom(0);
        Points out = Points.zeros(count, SIDE * SIDE);
        for (int i = 0; i < count; i++) {
            double[] image = images[random.nextInt(images.length)];
            int down = random.nextInt(-2, 3);
            int right = random.nextInt(-2, 3);
            for (int at = 0; at < SIDE * SIDE; at++) {
                double value = pixel(image, at / SIDE - down, at % SIDE - right);
                out.data()[i * SIDE * SIDE + at] = value + NOISE * random.nextGaussian();
            }
        }
        return out;
    }

    private static double[][] read() throws IOException {
        InputStream file = Objects.requireNonNull(
                ShiftedDigits.class.getResourceAsStream("digits.csv.gz"), "digits.csv.gz is not on the class path");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .map(line -> enlarged(Arrays.stream(line.split(",", -1))
                            .limit(SMALL * SMALL)
                            .mapToDouble(word -> Double.parseDouble(word) / 16)
                            .toArray()))
                    .toArray(double[][]::new);
        }
    }

    private static double[] enlarged(double[] small) {
        double[] out = new double[SIDE * SIDE];
        for (int at = 0; at < out.length; at++) {
            double y = place(at / SIDE);
            double x = place(at % SIDE);
            int top = Math.min((int) y, SMALL - 2);
            int left = Math.min((int) x, SMALL - 2);
            double above = between(small, top * SMALL + left, x - left);
            double below = between(small, (top + 1) * SMALL + left, x - left);
            out[at] = above + (y - top) * (below - above);
        }
        return out;
    }

    private static double place(int pixel) {
        return Math.clamp((pixel + 0.5) * SMALL / SIDE - 0.5, 0, SMALL - 1);
    }

    private static double between(double[] small, int at, double share) {
        return small[at] + share * (small[at + 1] - small[at]);
    }

    private static double pixel(double[] image, int row, int column) {
        boolean inside = row >= 0 && column >= 0 && row < SIDE && column < SIDE;
        return inside ? image[row * SIDE + column] : 0;
    }
}
