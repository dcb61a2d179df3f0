package org.sandglass.figure;

import java.util.List;

/// The colours of a figure, each `#rrggbb`.
///
/// @param background the page
/// @param ink text and axes
/// @param muted captions, floors and other things of second rank
/// @param grid the lines behind the data
/// @param series colours that tell series apart, also for people who are blind to some colours
/// @param heat from nothing to much, for densities
/// @param rank from the first to the last, for paths
public record Theme(
        String background, String ink, String muted, String grid, List<String> series, ColourMap heat, ColourMap rank) {
    /// Takes a copy of the colours.
    public Theme {
        series = List.copyOf(series);
    }

    /// On white: the palette of Okabe & Ito 2008 without its yellow, which is too faint there, and with a grey.
    public static final Theme LIGHT = new Theme(
            "#ffffff",
            "#1a1a1a",
            "#595959",
            "#e3e3e3",
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#1a1a1a", "#8a8a8a"),
            ColourMap.BLUES,
            ColourMap.VIRIDIS_SHORT);

    /// On black: the palette of Okabe & Ito 2008 with its yellow, its blue lightened, and a grey.
    public static final Theme DARK = new Theme(
            "#14161a",
            "#ececec",
            "#a8a8a8",
            "#33363b",
            List.of("#56b4e9", "#e69f00", "#2dc49a", "#e08fbd", "#f0e442", "#4f8fe6", "#ececec", "#8f8f8f"),
            ColourMap.NIGHT,
            ColourMap.VIRIDIS_BRIGHT);

    /// A colour of the cycle.
    String series(int i) {
        return series.get(i % series.size());
    }
}
