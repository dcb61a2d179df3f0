package org.sandglass.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sandglass.figure.Figure;
import org.sandglass.figure.TileFigure;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.run.Evidence;

/// Images before and after some of their pixels were measured.
///
/// @param given what was measured
/// @param tiles how images are drawn
/// @param draws where draws come from
record Inpainting(Evidence.Given given, Tiles tiles, ExactDraws draws) {
    private static final double LABELS = 90;

    /// Draws of the prior; what was measured, mean and standard deviation of the posterior; and draws of it.
    ///
    /// @param most how many draws
    Figure figure(int most) {
        GaussianMixture posterior = given.posterior().mixture();
        Points stds = Points.of(stds(posterior));
        double greatest = Arrays.stream(stds.row(0)).max().orElse(0);
        Optional<Points> seen = seen(given.measurement());
        Points known = Points.of(Stream.of(
                        seen.stream(),
                        Stream.of(Points.of(posterior.mean())),
                        Stream.of(tiles.stretched(stds, 0, greatest)))
                .flatMap(images -> images)
                .map(image -> image.row(0))
                .toArray(double[][]::new));
        String words = seen.isPresent() ? "seen, mean, std" : "mean, std";
        String caption = "Exact draws before and after the measurement of "
                + given.measurement().m() + " numbers" + ". Between them "
                + (seen.isPresent() ? "what was seen (other pixels are hatched), and " : "")
                + "the exact mean and standard deviation of each pixel, this from 0 (page) to " + Words.digits(greatest)
                + " (ink). " + tiles.scale();
        return tiles.figure(
                Tiles.sheet("Prior and posterior", caption, most, LABELS),
                List.of(),
                List.of(
                        new TileFigure.Row("prior draws", draws.of("figure prior", given.prior(), most)),
                        new TileFigure.Row(words, known),
                        new TileFigure.Row("posterior draws", draws.of("figure posterior", posterior, most))));
    }

    private static double[] stds(GaussianMixture law) {
        double[] covariance = law.covariance();
        int d = law.d();
        return IntStream.range(0, d)
                .mapToDouble(j -> Math.sqrt(covariance[j * d + j]))
                .toArray();
    }

    /// The measured pixels as an image, NaN where none was seen; empty if a number of the measurement is not of one
    /// pixel alone. Of a pixel that was seen twice, what was seen last.
    static Optional<Points> seen(LinearMeasurement measurement) {
        double[] y = measurement.y();
        double[] image = new double[measurement.row(0).length];
        Arrays.fill(image, Double.NaN);
        for (int i = 0; i < y.length; i++) {
            double[] row = measurement.row(i);
            int[] pixels =
                    IntStream.range(0, row.length).filter(j -> row[j] != 0).toArray();
            if (pixels.length != 1) {
                return Optional.empty();
            }
            image[pixels[0]] = y[i] / row[pixels[0]];
        }
        return Optional.of(Points.of(image));
    }
}
