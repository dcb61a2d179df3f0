package org.sandglass.figure;

import java.util.List;
import org.sandglass.linalg.Points;

/// Draws trajectories in the plane.
///
/// @param paths their points in order
/// @param plot where to
/// @param canvas what collects the marks
/// @param theme in which colours
record ScenePaths(List<Points> paths, Plot plot, Canvas canvas, Theme theme) {
    private static final int PIECES = 24;

    /// Of lines of so many pixels together nothing would be seen if they were not thin.
    private static final double CROWDED = 20_000;

    /// All paths at once, in pieces of equal numbers of steps, each piece of one colour.
    void draw() {
        double width = paths.stream().mapToDouble(this::length).sum() > CROWDED ? 0.6 : 1;
        for (int piece = 0; piece < PIECES; piece++) {
            Outline outline = new Outline();
            for (Points path : paths) {
                int from = (path.n() - 1) * piece / PIECES;
                int to = (path.n() - 1) * (piece + 1) / PIECES;
                for (int i = from; i < to; i++) {
                    leg(outline, path, i, i == from);
                }
            }
            String colour = theme.rank().at(piece / (PIECES - 1.0));
            canvas.path("piece", outline, Ink.line(colour, width).faint(0.85));
        }
        Outline ends = new Outline();
        paths.stream().filter(path -> path.n() > 0).forEach(path -> end(ends, path));
        canvas.dots(ends, 2.6, theme.rank().at(1), 1);
    }

    /// In pixels.
    private double length(Points path) {
        double length = 0;
        for (int i = 1; i < path.n(); i++) {
            if (ScenePanel.isFinite(path, i - 1) && ScenePanel.isFinite(path, i)) {
                double dx = plot.px(path.get(i, 0)) - plot.px(path.get(i - 1, 0));
                double dy = plot.py(path.get(i, 1)) - plot.py(path.get(i - 1, 1));
                length += Math.hypot(dx, dy);
            }
        }
        return length;
    }

    private void leg(Outline outline, Points path, int i, boolean first) {
        if (ScenePanel.isFinite(path, i) && ScenePanel.isFinite(path, i + 1)) {
            if (first || !ScenePanel.isFinite(path, i - 1)) {
                outline.move(plot.px(path.get(i, 0)), plot.py(path.get(i, 1)));
            }
            outline.line(plot.px(path.get(i + 1, 0)), plot.py(path.get(i + 1, 1)));
        }
    }

    private void end(Outline ends, Points path) {
        int last = path.n() - 1;
        if (ScenePanel.isFinite(path, last)) {
            ends.dot(plot.px(path.get(last, 0)), plot.py(path.get(last, 1)));
        }
    }
}
