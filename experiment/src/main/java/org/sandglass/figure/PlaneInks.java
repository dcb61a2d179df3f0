package org.sandglass.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/// The colours of the layers of a [PlaneFigure]: samples take turns, other kinds have one each.
///
/// @param theme the colours to choose from
/// @param samples the colour of each name of samples
/// @param onHeat whether some panel has areas of colours
record PlaneInks(Theme theme, Map<String, String> samples, boolean onHeat) {
    static PlaneInks of(PlaneFigure figure, Theme theme) {
        Map<String, String> samples = new LinkedHashMap<>();
        figure.scenes().stream()
                .flatMap(scene -> scene.layers().stream())
                .filter(Layer.Samples.class::isInstance)
                .forEach(layer -> samples.computeIfAbsent(layer.name(), _ -> theme.series(turn(samples.size()))));
        boolean onHeat = figure.scenes().stream()
                .flatMap(scene -> scene.layers().stream())
                .anyMatch(Layer.Heat.class::isInstance);
        return new PlaneInks(theme, samples, onHeat);
    }

    /// The first colour is that of densities: samples begin with the second.
    private static int turn(int i) {
        return i + 1;
    }

    String samples(Layer.Samples layer) {
        return samples.getOrDefault(layer.name(), theme.series(1));
    }

    /// Contours: on colours they are of ink, on the page of the first colour, and fainter than what matters.
    Ink lines() {
        return Ink.line(onHeat ? theme.ink() : theme.series(0), 0.9).faint(0.7);
    }

    Ink centres() {
        return new Ink(theme.background(), 0.8, "", theme.ink(), 1);
    }

    Ink ellipses() {
        return Ink.line(theme.ink(), 0.9).dashed("3 2");
    }

    Ink arrows() {
        return Ink.line(theme.series(2), 0.9);
    }

    Ink measurement() {
        return Ink.line(theme.series(3), 1.4);
    }

    Legend.Swatch swatch(Layer layer) {
        return switch (layer) {
            case Layer.Heat _ -> Legend.colours(theme.heat());
            case Layer.Lines _ -> Legend.line(lines());
            case Layer.Samples dots -> Legend.point(Marker.CIRCLE, Ink.area(samples(dots)));
            case Layer.Centres _ -> Legend.point(Marker.PLUS, centres());
            case Layer.Ellipses _ -> Legend.line(ellipses());
            case Layer.Paths _ -> Legend.colours(theme.rank());
            case Layer.Arrows _ -> Legend.line(arrows());
            case Layer.Measurement _ -> Legend.line(measurement());
        };
    }
}
