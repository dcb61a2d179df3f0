package org.sandglass.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lays out a [PlaneFigure].
///
/// @param figure what to draw
/// @param canvas where to
/// @param theme in which colours
record PlaneDrawing(PlaneFigure figure, Canvas canvas, Theme theme) {
    Svg.Drawn draw(Box room) {
        List<Scene> scenes = figure.scenes();
        PlaneInks inks = PlaneInks.of(figure, theme);
        int columns = Panels.columns(scenes.size(), room.width(), scenes.size() > 2 ? 150 : 165);
        Panels panels = panels(room, columns);
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            Plot plot = new Plot(canvas, theme, panels.boxes().get(i), across(scene), up(scene));
            boolean all = !isShared();
            plot.frame(scene.title(), new Plot.Sides(all || panels.isLowest(i), all || panels.isFirst(i)));
            new ScenePanel(scene, plot, canvas, theme, inks).draw();
        }
        Box below = new Box(room.x(), panels.bottom() + 6, room.width(), 0);
        return new Svg.Drawn(new Legend(entries(inks)).draw(canvas, theme, below), note());
    }

    private Panels panels(Box room, int columns) {
        Scene first = figure.scenes().getFirst();
        double shape = Math.clamp(first.window().shape(), 0.3, 3);
        double width = room.width() / columns - 55;
        Margins margins = figure.scenes().stream()
                .map(scene -> Plot.margins(width, shape * width, scene.title(), across(scene), up(scene)))
                .reduce(Margins::max)
                .orElseThrow();
        int count = figure.scenes().size();
        double gap = 6
                + Ticks.of(across(first).scale(), width, Ticks.Direction.ACROSS).widest();
        return isShared()
                ? Panels.together(count, columns, room, margins, gap, shape)
                : Panels.apart(count, columns, room, margins, shape);
    }

    /// Whether all panels show the same part of the plane, with the same labels.
    private boolean isShared() {
        Scene first = figure.scenes().getFirst();
        return figure.scenes().stream()
                .allMatch(scene -> scene.window().equals(first.window())
                        && scene.across().equals(first.across())
                        && scene.up().equals(first.up()));
    }

    private static Axis across(Scene scene) {
        return new Axis(
                scene.across(),
                new Scale.Linear(scene.window().left(), scene.window().right()));
    }

    private static Axis up(Scene scene) {
        return new Axis(
                scene.up(),
                new Scale.Linear(scene.window().low(), scene.window().high()));
    }

    /// Each name once, in order of appearance.
    private List<Legend.Entry> entries(PlaneInks inks) {
        Map<String, Legend.Entry> entries = new LinkedHashMap<>();
        figure.scenes().stream()
                .flatMap(scene -> scene.layers().stream())
                .filter(layer -> !layer.name().isEmpty())
                .forEach(layer -> entries.computeIfAbsent(
                        layer.name(), name -> new Legend.Entry(label(layer), inks.swatch(layer))));
        return new ArrayList<>(entries.values());
    }

    private String label(Layer layer) {
        return switch (layer) {
            case Layer.Heat heat -> heat.name() + heatRange(heat.name());
            case Layer.Arrows arrows -> arrows.name() + arrowRange(arrows.name());
            default -> layer.name();
        };
    }

    /// From which value to which the colours go, where that is the same in all panels.
    private String heatRange(String name) {
        List<Double> tops = layers(Layer.Heat.class).stream()
                .filter(heat -> heat.name().equals(name))
                .map(heat -> heat.grid().greatest())
                .distinct()
                .toList();
        return ", 0 to " + (tops.size() == 1 ? Significant.text(tops.getFirst()) : "the greatest of each panel");
    }

    private String arrowRange(String name) {
        List<Double> longest = layers(Layer.Arrows.class).stream()
                .filter(arrows -> arrows.name().equals(name))
                .map(arrows -> ScenePanel.longest(arrows))
                .distinct()
                .toList();
        return longest.size() == 1
                ? ", longest " + Significant.text(longest.getFirst())
                : ", longest in panels: "
                        + String.join(
                                ", ", longest.stream().map(Significant::text).toList());
    }

    private <L extends Layer> List<L> layers(Class<L> kind) {
        return figure.scenes().stream()
                .flatMap(scene -> scene.layers().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// How many samples cannot be seen.
    private String note() {
        int all = 0;
        int seen = 0;
        for (Scene scene : figure.scenes()) {
            for (Layer layer : scene.layers()) {
                if (layer instanceof Layer.Samples samples) {
                    all += samples.points().n();
                    seen += ScenePanel.seen(samples.points(), scene.window());
                }
            }
        }
        return seen == all ? "" : all - seen + " of " + all + " points lie outside the panels or are not finite.";
    }
}
