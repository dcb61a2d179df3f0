package org.sandglass.report;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int SIDE = 151;
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

    Figure figure() {
        return prior.d() == 1 ? line() : plane();
    }

    /// The measurements that tell something of the first coordinates, and of these alone.
    private List<Integer> seen(int first) {
        return IntStream.range(0, measurement.m())
                .filter(i -> Arrays.stream(measurement.row(i)).limit(first).anyMatch(a -> a != 0))
                .filter(i -> Arrays.stream(measurement.row(i)).skip(first).allMatch(a -> a == 0))
                .boxed()
                .toList();
    }

    /// The standard deviation of the noise of one.
    private double std(int i) {
        return Math.sqrt(measurement.noise().matrix()[i * measurement.m() + i]);
    }

    /// Whether means are marked: where there are draws to compare them with, and not too many components.
    private boolean hasMeans() {
        return before.n() > 0 && Components.means(prior).n() > 0;
    }

    private String caption(String contours) {
        return "Exact densities before and after the measurement" + contours
                + (before.n() == 0
                        ? ""
                        : ", with " + Words.count(before.n()) + " exact draws each"
                                + (hasMeans() ? " and the means" : ""))
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
        if (hasMeans()) {
            marks.add(new Mark.Events("means", Components.means(law)));
        }
        for (int i : seen(1)) {
            double a = measurement.row(i)[0];
            marks.add(new Mark.Zone(MEASUREMENT, measurement.y()[i] / a, 2 * std(i) / Math.abs(a)));
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
        for (int i : seen(2)) {
            double[] row = measurement.row(i);
            layers.add(new Layer.Measurement(
                    MEASUREMENT, row[0], row[1], measurement.y()[i], std(i)));
        }
        if (hasMeans()) {
            layers.add(new Layer.Centres("means", Components.means(law)));
        }
        return new Scene(title, window, coordinates.name(0), coordinates.name(1), layers);
    }
}
