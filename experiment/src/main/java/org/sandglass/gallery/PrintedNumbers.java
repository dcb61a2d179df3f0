package org.sandglass.gallery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.report.Block;
import org.sandglass.report.Block.Cell;
import org.sandglass.run.Evidence;
import org.sandglass.specification.GallerySpec;
import org.sandglass.specification.GallerySpec.Moment;

/// The numbers that a document prints beside those of the same experiment here, and the exact ones.
///
/// @param group what is printed
/// @param evidence what came of it here
record PrintedNumbers(GallerySpec.Group group, Evidence evidence) {
    /// Refuses a coordinate that the points do not have.
    PrintedNumbers {
        int d = evidence.law().d();
        group.numbers().stream()
                .filter(printed -> printed.coordinate() >= d)
                .findFirst()
                .ifPresent(printed -> {
                    throw new InputException(
                            "numbers: a coordinate must be < D = " + d + ", got " + printed.coordinate());
                });
    }

    Optional<Block> table() {
        if (group.numbers().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.Table(
                "What the document prints, what the same sampler gives here (means ± standard error), and the exact value.",
                List.of("number", "printed", "here", "exact"),
                group.numbers().stream().map(this::row).toList()));
    }

    private List<Cell> row(GallerySpec.Printed printed) {
        String of = printed.sampler().orElse("the exact law");
        String what = (printed.moment() == Moment.MEAN ? "mean" : "standard deviation") + " of x"
                + (evidence.law().d() == 1 ? "" : Integer.toString(printed.coordinate())) + ", " + of;
        return List.of(
                new Cell(what, printed.note(), Cell.Mark.NONE),
                Cell.of(Double.toString(printed.value())),
                Cell.of(printed.sampler()
                        .flatMap(this::points)
                        .map(points -> here(points, printed))
                        .orElse("–")),
                Cell.of(String.format(Locale.ROOT, "%.4f", exact(printed))));
    }

    private Optional<Points> points(String sampler) {
        return evidence.samplers().stream()
                .filter(one -> one.spec().name().equals(sampler))
                .map(Evidence.OfSampler::points)
                .findFirst();
    }

    private static String here(Points points, GallerySpec.Printed printed) {
        int n = points.n();
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> points.get(i, printed.coordinate()))
                .toArray();
        double mean = Arrays.stream(values).sum() / n;
        double square = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double std = Math.sqrt(square / n);
        return printed.moment() == Moment.MEAN
                ? String.format(Locale.ROOT, "%.4f ± %.4f", mean, std / Math.sqrt(n))
                : String.format(Locale.ROOT, "%.4f", std);
    }

    private double exact(GallerySpec.Printed printed) {
        GaussianMixture law = evidence.law().mixture();
        int j = printed.coordinate();
        return printed.moment() == Moment.MEAN ? law.mean()[j] : Math.sqrt(law.covariance()[j * law.d() + j]);
    }
}
