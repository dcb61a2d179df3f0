package org.sandglass.report;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Svg;
import org.sandglass.figure.Theme;

/// Figures as SVG in both themes, each drawn once: a file and the page show the same text, and threads may draw
/// ahead what the page will ask for.
final class Drawings {
    private final Map<Figure, String> light = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Figure, String> dark = Collections.synchronizedMap(new IdentityHashMap<>());

    String light(Figure figure) {
        return drawn(light, figure, Theme.LIGHT);
    }

    String dark(Figure figure) {
        return drawn(dark, figure, Theme.DARK);
    }

    /// Threads that ask for different figures do not wait for each other.
    private static String drawn(Map<Figure, String> known, Figure figure, Theme theme) {
        return Optional.ofNullable(known.get(figure)).orElseGet(() -> {
            String text = Svg.text(figure, theme);
            known.put(figure, text);
            return text;
        });
    }
}
