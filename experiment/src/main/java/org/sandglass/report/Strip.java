package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Figure;
import org.sandglass.figure.TileFigure;
import org.sandglass.linalg.Points;
import org.sandglass.schedule.NoiseSchedule;

/// Images at several times, a column for each, on a scale that widens with the noise: the page is
/// `α low − 1.5 σ`, ink `α high + 1.5 σ`.
///
/// @param tiles how images are drawn
/// @param schedule how noise grows
record Strip(Tiles tiles, NoiseSchedule schedule) {
    /// Standard deviations of the noise that the scale shows beside the data.
    private static final double REACH = 1.5;

    private static final double LABELS = 60;

    /// A row for each point.
    ///
    /// @param states the points at each of the times
    Figure of(String title, String caption, List<Double> times, List<Points> states) {
        List<Points> seen = underNoise(times, states);
        List<TileFigure.Row> rows = IntStream.range(0, states.getFirst().n())
                .mapToObj(i -> row("", seen, i))
                .toList();
        return figure(title, caption + " " + scale() + ".", times, 0, rows);
    }

    /// Two rows for each point: itself, and what it is the noisy look of.
    ///
    /// @param states the points at each of the times
    /// @param means for each of them the mean of the data given it, on the scale of the pixels
    Figure of(String title, String caption, List<Double> times, List<Points> states, List<Points> means) {
        List<Points> seen = underNoise(times, states);
        List<TileFigure.Row> rows = new ArrayList<>();
        for (int i = 0; i < states.getFirst().n(); i++) {
            rows.add(row("x_{t}", seen, i));
            rows.add(row("E[x_{0}|x_{t}]", means, i));
        }
        return figure(title, caption + " Points: " + scale() + "; means: as at time 0.", times, LABELS, rows);
    }

    private static TileFigure.Row row(String label, List<Points> columns, int i) {
        double[][] images = columns.stream().map(column -> column.row(i)).toArray(double[][]::new);
        return new TileFigure.Row(label, Points.of(images));
    }

    private Figure figure(String title, String caption, List<Double> times, double words, List<TileFigure.Row> rows) {
        List<String> labels = times.stream().map(Stops::label).toList();
        return tiles.figure(Tiles.sheet(title, caption, times.size(), words), labels, rows);
    }

    private List<Points> underNoise(List<Double> times, List<Points> states) {
        return IntStream.range(0, times.size())
                .mapToObj(i -> underNoise(states.get(i), times.get(i)))
                .toList();
    }

    /// Images at a time on the scale of that time.
    Points underNoise(Points points, double t) {
        double alpha = schedule.alpha(t);
        double room = REACH * schedule.sigma(t);
        return tiles.stretched(
                points,
                alpha * tiles.image().low() - room,
                alpha * tiles.image().high() + room);
    }

    /// That scale as a caption says it.
    String scale() {
        return tiles.pixels() + ", at each time from " + end(tiles.image().low(), "−") + " (page) to "
                + end(tiles.image().high(), "+") + " (ink)";
    }

    private static String end(double value, String sign) {
        String noise = Words.number(REACH) + "\u00a0σ";
        return value == 0
                ? sign.replace("+", "") + noise
                : "α\u00a0·\u00a0" + Words.digits(value) + "\u00a0" + sign + "\u00a0" + noise;
    }
}
