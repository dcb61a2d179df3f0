package org.sandglass.figure;

import java.util.List;

/// Colours for numbers from 0 to 1, by linear interpolation in sRGB between equally spaced ones.
///
/// @param stops at least two colours `#rrggbb`, the first for 0, the last for 1
public record ColourMap(List<String> stops) {
    /// Checks the colours.
    public ColourMap {
        stops = List.copyOf(stops);
        if (stops.size() < 2 || !stops.stream().allMatch(stop -> stop.matches("#[0-9a-f]{6}"))) {
            throw new IllegalArgumentException("ColourMap needs at least two colours #rrggbb, got " + stops);
        }
    }

    /// White to dark blue: ColorBrewer's `Blues` of nine classes (Brewer & Harrower), from pure white.
    public static final ColourMap BLUES = of("#ffffff #deebf7 #c6dbef #9ecae1 #6baed6 #4292c6 #2171b5 #08519c #08306b");

    /// Black to light blue: the hues of [#BLUES] on a dark page.
    static final ColourMap NIGHT = of("#14161a #16263a #17375c #1b4a7e #23609f #3a7cbb #5c9bd2 #8cbce6 #c6e0f7");

    /// Viridis (Smith & van der Walt 2015), at nine points.
    public static final ColourMap VIRIDIS =
            of("#440154 #472d7b #3b528b #2c728e #21918c #28ae80 #5ec962 #addc30 #fde725");

    /// Viridis up to four fifths: its end is too faint for lines on white.
    static final ColourMap VIRIDIS_SHORT = of("#440154 #472d7b #3b528b #2c728e #21918c #28ae80 #5ec962");

    /// Viridis without its beginning, which is too dark for lines on black.
    static final ColourMap VIRIDIS_BRIGHT = of("#3f66b5 #2c8ab0 #21a19c #28ae80 #5ec962 #addc30 #fde725");

    private static ColourMap of(String stops) {
        return new ColourMap(List.of(stops.split(" ")));
    }

    /// The colour of a number.
    ///
    /// @param u from 0 to 1
    /// @return the colour, `#rrggbb`
    /// @throws IllegalArgumentException if `u` is outside `[0, 1]` or NaN
    public String at(double u) {
        if (!(u >= 0 && u <= 1)) {
            throw new IllegalArgumentException("a colour map needs a number from 0 to 1, got " + u);
        }
        double place = u * (stops.size() - 1);
        int i = Math.min((int) place, stops.size() - 2);
        int low = Integer.parseInt(stops.get(i).substring(1), 16);
        int high = Integer.parseInt(stops.get(i + 1).substring(1), 16);
        double share = place - i;
        return "#" + mix(low >> 16, high >> 16, share) + mix(low >> 8, high >> 8, share) + mix(low, high, share);
    }

    /// Two hexadecimal digits of the lowest byte of each, mixed.
    private static String mix(int low, int high, double share) {
        int a = low & 255;
        int b = high & 255;
        int value = (int) Math.round(a + share * (b - a));
        return "" + Character.forDigit(value >> 4, 16) + Character.forDigit(value & 15, 16);
    }
}
