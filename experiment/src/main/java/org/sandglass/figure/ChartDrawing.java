package org.sandglass.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lays out a [ChartFigure].
final class ChartDrawing {
    private final ChartFigure figure;
    private final Canvas canvas;
    private final Theme theme;
    private final Map<String, String> colours = new LinkedHashMap<>();

    ChartDrawing(ChartFigure figure, Canvas canvas, Theme theme) {
        this.figure = figure;
        this.canvas = canvas;
        this.theme = theme;
        figure.charts().stream()
                .flatMap(chart -> chart.marks().stream())
                .forEach(mark -> colours.computeIfAbsent(
                        mark.name(), name -> name.isEmpty() ? theme.ink() : theme.series(named())));
    }

    /// How many colours are given away.
    private int named() {
        return colours.size() - (colours.containsKey("") ? 1 : 0);
    }

    Svg.Drawn draw(Box room) {
        int count = figure.charts().size();
        Panels panels = switch (figure.arrangement()) {
            case ROWS -> panels(room, Panels.columns(count, room.width(), 205), count == 1 ? 0.62 : 0.75);
            case STACK -> panels(room, 1, room.width() > 500 ? 0.25 : 0.42);
        };
        for (int i = 0; i < count; i++) {
            Chart chart = figure.charts().get(i);
            Plot plot = new Plot(canvas, theme, panels.boxes().get(i), across(chart), up(chart));
            new ChartPanel(chart, plot, canvas, theme, colours).draw();
        }
        Box below = new Box(room.x(), panels.bottom() + 6, room.width(), 0);
        return new Svg.Drawn(new Legend(entries()).draw(canvas, theme, below), "");
    }

    private Panels panels(Box room, int columns, double shape) {
        double width = room.width() / columns - 75;
        Margins margins = figure.charts().stream()
                .map(chart -> Plot.margins(width, shape * width, chart.title(), across(chart), up(chart)))
                .reduce(Margins::max)
                .orElseThrow();
        return Panels.apart(figure.charts().size(), columns, room, margins, shape);
    }

    private static Axis across(Chart chart) {
        Extent extent = ChartExtents.across(chart);
        return new Axis(chart.across().label(), chart.across().scale(extent, 0.02));
    }

    private static Axis up(Chart chart) {
        Extent extent = ChartExtents.up(chart);
        return new Axis(chart.up().label(), chart.up().scale(extent, 0.06));
    }

    private List<Legend.Entry> entries() {
        Map<String, Legend.Entry> entries = new LinkedHashMap<>();
        figure.charts().stream()
                .flatMap(chart -> chart.marks().stream())
                .filter(mark -> !mark.name().isEmpty())
                .forEach(mark -> entries.computeIfAbsent(
                        mark.name(),
                        name -> new Legend.Entry(
                                name, ChartInks.swatch(mark, Objects.requireNonNull(colours.get(name))))));
        return new ArrayList<>(entries.values());
    }
}
