package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Chart;
import org.sandglass.figure.ChartFigure;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Layer;
import org.sandglass.figure.Mark;
import org.sandglass.figure.PlaneFigure;
import org.sandglass.figure.Scene;
import org.sandglass.figure.Sheet;
import org.sandglass.figure.Window;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.run.Evidence;

/// Prior and posterior side by side, with what was measured: on the line, or in the plane of the first two
/// coordinates.
///
/// @param prior the law before
/// @param measurement what was seen
/// @param posterior the law after
/// @param before exact draws of the prior, n × d; no rows for none
/// @param after exact draws of the posterior
/// @param coordinates what axes are called
record PosteriorFigure(
        GaussianMixture prior,
        LinearMeasurement measurement,
        GaussianMixture posterior,
        Points before,
        Points after,
        Coordinates coordinates) {
    private static final int SIDE = 121;
    private static final String TITLE = "Prior and posterior";
    private static final String MEASUREMENT = "measurement";

    /// That of a run, with `n` exact draws of both laws.
    static Figure of(Evidence evidence, Evidence.Given given, int n) {
        ExactDraws draws = ExactDraws.of(evidence);
        GaussianMixture posterior = given.posterior().mixture();
        return new PosteriorFigure(
                        given.prior(),
                        given.measurement(),
                        posterior,
                        draws.of("figure prior", given.prior(), n),
                        draws.of("figure posterior", posterior, n),
                        Coordinates.of(evidence))
                .figure();
    }

    /// A row of the operator as a point, what it gave, and the standard deviation of its noise.
    private record Seen(Points row, double y, double std) {
        double of(int coordinate) {
            return row.get(0, coordinate);
        }

        /// Whether it tells of the first coordinates alone, and of these something.
        boolean isOf(int first) {
            double size = IntStream.range(0, first)
                    .mapToDouble(this::of)
                    .map(Math::abs)
                    .sum();
            return size > 0 && IntStream.range(first, row.d()).allMatch(j -> of(j) == 0);
        }
    }

    Figure figure() {
        return prior.d() == 1 ? line() : plane();
    }

    private List<Seen> seen(int first) {
        double[] noise = measurement.noise().matrix();
        int m = measurement.m();
        return IntStream.range(0, m)
                .mapToObj(
                        i -> new Seen(Points.of(measurement.row(i)), measurement.y()[i], Math.sqrt(noise[i * m + i])))
                .filter(seen -> seen.isOf(first))
                .toList();
    }

    private String caption(String contours) {
        return "Exact densities before and after the measurement" + contours
                + (before.n() == 0 ? "" : ", with " + Words.count(before.n()) + " exact draws each and the means")
                + (seen(Math.min(2, prior.d())).isEmpty()
                        ? ""
                        : "; the measurement with two standard deviations of its noise")
                + "." + coordinates.shown(2);
    }

    private Figure line() {
        double[] range = Exact.range(List.of(prior, posterior), 0);
        List<Chart> charts = List.of(chart("prior", prior, before, range), chart("posterior", posterior, after, range));
        return new ChartFigure(Sheet.page(TITLE, caption("")), charts, ChartFigure.Arrangement.ROWS);
    }

    private Chart chart(String title, GaussianMixture law, Points draws, double[] range) {
        LinePanel panel = new LinePanel(title, coordinates.name(0), range, law).with("exact draws", draws);
        List<Mark> marks = new ArrayList<>(panel.marks());
        if (before.n() > 0) {
            marks.add(new Mark.Events("means", Components.means(law)));
        }
        for (Seen seen : seen(1)) {
            double a = seen.of(0);
            marks.add(new Mark.Zone(MEASUREMENT, seen.y / a, 2 * seen.std / Math.abs(a)));
        }
        return panel.chart(marks);
    }

    private Figure plane() {
        GaussianMixture wide = Exact.plane(prior);
        GaussianMixture narrow = Exact.plane(posterior);
        Window window = Exact.window(List.of(wide, narrow));
        List<Scene> scenes = List.of(scene("prior", wide, before, window), scene("posterior", narrow, after, window));
        return new PlaneFigure(
                Sheet.page(TITLE, caption(", with contours around 50, 90 and 99 % of the mass")), scenes);
    }

    private Scene scene(String title, GaussianMixture law, Points draws, Window window) {
        List<Layer> layers = new ArrayList<>(Exact.heat("density", law, window, SIDE));
        if (before.n() > 0) {
            layers.add(new Layer.Samples("exact draws", Exact.part(draws, draws.n(), 0, 1)));
        }
        for (Seen seen : seen(2)) {
            layers.add(new Layer.Measurement(MEASUREMENT, seen.of(0), seen.of(1), seen.y, seen.std));
        }
        if (before.n() > 0) {
            layers.add(new Layer.Centres("means", Components.means(law)));
        }
        return new Scene(title, window, coordinates.name(0), coordinates.name(1), layers);
    }
}
