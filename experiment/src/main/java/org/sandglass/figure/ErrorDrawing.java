package org.sandglass.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sandglass.figure.ErrorFigure.Panel;

/// Lays out an [ErrorFigure]: panels beside each other, one legend for all under them.
///
/// @param figure what to draw
/// @param canvas where to
/// @param theme in which colours
record ErrorDrawing(ErrorFigure figure, Canvas canvas, Theme theme) {
    Svg.Drawn draw(Box room) {
        Map<String, SeriesStyle> styles = styles();
        int count = figure.panels().size();
        int columns = Panels.columns(count, room.width(), 225);
        double shape = columns == 1 ? 0.7 : 0.8;
        Panels panels = Panels.apart(count, columns, room, margins(room.width() / columns, shape), shape);
        for (int i = 0; i < count; i++) {
            Panel panel = figure.panels().get(i);
            Plot plot = new Plot(canvas, theme, panels.boxes().get(i), evaluations(), errors(panel));
            new ErrorPanel(panel, plot, canvas, theme, styles).draw();
        }
        Box below = new Box(room.x(), panels.bottom() + 6, room.width(), 0);
        return new Svg.Drawn(new Legend(entries(styles)).draw(canvas, theme, below), note());
    }

    private Map<String, SeriesStyle> styles() {
        Map<String, SeriesStyle> styles = new LinkedHashMap<>();
        figure.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .forEach(series -> styles.computeIfAbsent(series.name(), _ -> SeriesStyle.of(styles.size(), theme)));
        return styles;
    }

    private Margins margins(double width, double shape) {
        return figure.panels().stream()
                .map(panel -> Plot.margins(width - 75, shape * width, panel.title(), evaluations(), errors(panel)))
                .reduce(Margins::max)
                .orElseThrow();
    }

    /// The same for all panels.
    private Axis evaluations() {
        Extent extent = new Extent();
        figure.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.points().stream())
                .forEach(point -> extent.addPositive(point.evaluations()));
        return new Axis("denoiser evaluations", extent.log(0.05));
    }

    private Axis errors(Panel panel) {
        Extent extent = new Extent();
        panel.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> point.error() <= panel.ceiling())
                .forEach(point -> extent.addPositive(point.error()));
        if (panel.floor() instanceof ErrorFigure.Floor.At(double value, double _)) {
            extent.addPositive(value);
        }
        return new Axis(figure.error(), extent.log(0.08));
    }

    private List<Legend.Entry> entries(Map<String, SeriesStyle> styles) {
        return styles.entrySet().stream()
                .map(entry -> new Legend.Entry(entry.getKey(), Legend.series(entry.getValue())))
                .toList();
    }

    private String note() {
        StringBuilder note = new StringBuilder();
        if (anyPoint(point -> point.standardError() > 0)) {
            note.append("Bars: ± one standard error. ");
        }
        if (figure.panels().stream().anyMatch(panel -> panel.floor() instanceof ErrorFigure.Floor.At)) {
            note.append("Dashed: what exact draws score, ± two standard errors. ");
        }
        if (figure.panels().stream().anyMatch(ErrorPanel::hasSlopes)) {
            note.append("Thin lines with numbers: fitted orders, where there is room. ");
        }
        if (figure.panels().stream().anyMatch(ErrorDrawing::anyDiverged)) {
            note.append("Triangles at the upper edge: diverged. ");
        }
        if (anyPoint(ErrorPanel::isZero)) {
            note.append("Triangles at the lower edge: no error at all. ");
        }
        return note.toString().strip();
    }

    private boolean anyPoint(java.util.function.Predicate<ErrorFigure.Point> test) {
        return figure.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.points().stream())
                .anyMatch(test);
    }

    private static boolean anyDiverged(Panel panel) {
        return panel.series().stream()
                .flatMap(series -> series.points().stream())
                .anyMatch(point -> ErrorPanel.diverged(point, panel));
    }
}
