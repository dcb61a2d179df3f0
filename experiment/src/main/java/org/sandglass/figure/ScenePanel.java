package org.sandglass.figure;

import java.util.List;
import org.sandglass.linalg.Points;

/// Draws one part of the plane.
///
/// @param scene what to draw
/// @param plot where to
/// @param canvas what collects the marks
/// @param theme in which colours
/// @param inks which colour is whose
record ScenePanel(Scene scene, Plot plot, Canvas canvas, Theme theme, PlaneInks inks) {
    private static final int HEAT_LEVELS = 12;

    void draw() {
        plot.open();
        scene.layers().forEach(layer -> {
            canvas.open(word(layer), layer.name());
            draw(layer);
            canvas.close();
        });
        if (scene.layers().isEmpty()) {
            plot.message("no data");
        }
        plot.close();
    }

    private static String word(Layer layer) {
        return switch (layer) {
            case Layer.Heat _ -> "heat";
            case Layer.Lines _ -> "contours";
            case Layer.Samples _ -> "samples";
            case Layer.Centres _ -> "centres";
            case Layer.Ellipses _ -> "ellipses";
            case Layer.Paths _ -> "paths";
            case Layer.Arrows _ -> "arrows";
            case Layer.Measurement _ -> "measurement";
        };
    }

    private void draw(Layer layer) {
        switch (layer) {
            case Layer.Heat heat -> heat(heat.grid());
            case Layer.Lines lines -> lines(lines);
            case Layer.Samples samples -> samples(samples);
            case Layer.Centres centres -> centres(centres.points());
            case Layer.Ellipses ellipses -> ellipses.ellipses().forEach(this::ellipse);
            case Layer.Paths paths -> new ScenePaths(paths.paths(), plot, canvas, theme).draw();
            case Layer.Arrows arrows -> arrows(arrows);
            case Layer.Measurement measurement ->
                new SceneMeasurement(measurement, scene.window(), plot).draw(canvas, inks.measurement());
        }
    }

    private void heat(Grid grid) {
        List<Double> levels = grid.levels(HEAT_LEVELS - 1);
        for (int k = 0; k < levels.size(); k++) {
            Outline outline = new Outline();
            Contours.regions(grid, levels.get(k)).forEach(line -> line.addTo(outline, plot));
            canvas.path(outline, Ink.area(theme.heat().at((k + 1.0) / HEAT_LEVELS)));
        }
    }

    private void lines(Layer.Lines layer) {
        for (double level : layer.levels()) {
            Outline outline = new Outline();
            Contours.lines(layer.grid(), level).forEach(line -> line.addTo(outline, plot));
            canvas.path("contour", outline, inks.lines());
        }
    }

    private void samples(Layer.Samples layer) {
        Points points = layer.points();
        Outline dots = new Outline();
        for (int i = 0; i < points.n(); i++) {
            if (scene.window().holds(points.get(i, 0), points.get(i, 1))) {
                dots.dot(plot.px(points.get(i, 0)), plot.py(points.get(i, 1)));
            }
        }
        boolean many = points.n() > 400;
        canvas.dots(dots, many ? 2.1 : 2.6, inks.samples(layer), many ? 0.7 : 0.8);
    }

    static int seen(Points points, Window window) {
        int seen = 0;
        for (int i = 0; i < points.n(); i++) {
            seen += window.holds(points.get(i, 0), points.get(i, 1)) ? 1 : 0;
        }
        return seen;
    }

    private void centres(Points points) {
        Outline marks = new Outline();
        for (int i = 0; i < points.n(); i++) {
            if (scene.window().holds(points.get(i, 0), points.get(i, 1))) {
                Marker.PLUS.add(marks, plot.px(points.get(i, 0)), plot.py(points.get(i, 1)), 4);
            }
        }
        canvas.path(marks, inks.centres());
    }

    private void ellipse(Ellipse ellipse) {
        Outline outline = new Outline();
        int corners = 72;
        for (int i = 0; i < corners; i++) {
            double[] point = ellipse.at(2 * Math.PI * i / corners);
            if (i == 0) {
                outline.move(plot.px(point[0]), plot.py(point[1]));
            } else {
                outline.line(plot.px(point[0]), plot.py(point[1]));
            }
        }
        canvas.path("ellipse", outline.close(), inks.ellipses());
    }

    static boolean isFinite(Points points, int i) {
        return Double.isFinite(points.get(i, 0)) && Double.isFinite(points.get(i, 1));
    }

    /// The length of the longest finite vector, 0 without one.
    static double longest(Layer.Arrows arrows) {
        double longest = 0;
        for (int i = 0; i < arrows.vectors().n(); i++) {
            if (isFinite(arrows.vectors(), i)) {
                longest = Math.max(
                        longest,
                        Math.hypot(arrows.vectors().get(i, 0), arrows.vectors().get(i, 1)));
            }
        }
        return longest;
    }

    private void arrows(Layer.Arrows layer) {
        Points points = layer.points();
        double spacing = Math.sqrt(plot.box().width() * plot.box().height() / Math.max(1, points.n()));
        double scale = longest(layer) == 0 ? 0 : 1.1 * spacing / longest(layer);
        Outline outline = new Outline();
        for (int i = 0; i < points.n(); i++) {
            if (isFinite(points, i) && isFinite(layer.vectors(), i)) {
                double dx = scale * layer.vectors().get(i, 0);
                double dy = -scale * layer.vectors().get(i, 1);
                arrow(outline, plot.px(points.get(i, 0)), plot.py(points.get(i, 1)), dx, dy);
            }
        }
        canvas.path(outline, inks.arrows());
    }

    /// A shaft, and a head of a third of its length.
    private static void arrow(Outline outline, double x, double y, double dx, double dy) {
        double endX = x + dx;
        double endY = y + dy;
        outline.move(x, y).line(endX, endY);
        outline.move(endX - 0.3 * dx - 0.18 * dy, endY - 0.3 * dy + 0.18 * dx).line(endX, endY);
        outline.line(endX - 0.3 * dx + 0.18 * dy, endY - 0.3 * dy - 0.18 * dx);
    }
}
