package org.sandglass.figure;

import java.util.List;

/// How one of many series is drawn: eight colours, for each of which five kinds of line; the markers go through
/// eight shapes and begin elsewhere with each kind of line, so that forty series differ in two ways at least.
///
/// @param colour of line and markers
/// @param dash lengths of dashes and gaps
/// @param marker the shape of its points
record SeriesStyle(String colour, String dash, Marker marker) {
    private static final List<String> DASHES = List.of("", "5 2.5", "1.5 2", "7 2 1.5 2", "9 2 1.2 2 1.2 2");

    static SeriesStyle of(int i, Theme theme) {
        int round = i / theme.series().size();
        Marker[] markers = Marker.values();
        return new SeriesStyle(
                theme.series(i), DASHES.get(round % DASHES.size()), markers[(i + 3 * round) % markers.length]);
    }

    Ink line(double width) {
        return Ink.line(colour, width).dashed(dash);
    }
}
