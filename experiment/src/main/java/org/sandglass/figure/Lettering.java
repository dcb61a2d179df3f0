package org.sandglass.figure;

/// How a line of text is set.
///
/// @param size the size of the letters in pixels: 10.5 px are 7 pt where 360 px are a column of 240 pt
/// @param weight regular or bold
/// @param colour `#rrggbb`
/// @param anchor which point of the line is given
record Lettering(double size, Weight weight, String colour, Anchor anchor) {
    enum Weight {
        REGULAR,
        BOLD
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// The smallest letters of a figure, exponents apart.
    static final double SMALL = 10.5;

    static Lettering small(String colour) {
        return new Lettering(SMALL, Weight.REGULAR, colour, Anchor.START);
    }

    static Lettering bold(String colour, double size) {
        return new Lettering(size, Weight.BOLD, colour, Anchor.START);
    }

    Lettering middle() {
        return new Lettering(size, weight, colour, Anchor.MIDDLE);
    }

    Lettering end() {
        return new Lettering(size, weight, colour, Anchor.END);
    }

    Lettering coloured(String newColour) {
        return new Lettering(size, weight, newColour, anchor);
    }

    /// The distance from one line to the next.
    double lineHeight() {
        return 1.3 * size;
    }

    /// The height of a capital letter, by which lines are centred on a point.
    double capHeight() {
        return 0.72 * size;
    }
}
