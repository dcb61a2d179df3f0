package org.sandglass.figure;

/// How a shape is painted. Colours are `#rrggbb`, or `none`.
///
/// @param stroke the colour of its line
/// @param width the width of its line
/// @param dash lengths of dashes and gaps, empty for a continuous line
/// @param fill the colour of its area
/// @param opacity from 0 to 1
record Ink(String stroke, double width, String dash, String fill, double opacity) {
    static Ink line(String colour, double width) {
        return new Ink(colour, width, "", "none", 1);
    }

    static Ink area(String colour) {
        return new Ink("none", 0, "", colour, 1);
    }

    Ink dashed(String lengths) {
        return new Ink(stroke, width, lengths, fill, opacity);
    }

    Ink filled(String colour) {
        return new Ink(stroke, width, dash, colour, opacity);
    }

    Ink faint(double newOpacity) {
        return new Ink(stroke, width, dash, fill, newOpacity);
    }

    /// As attributes of an element.
    String attributes() {
        StringBuilder text = new StringBuilder(" fill=\"").append(fill).append('"');
        if (!stroke.equals("none")) {
            text.append(" stroke=\"").append(stroke).append('"');
            text.append(" stroke-width=\"").append(Decimals.text(width)).append('"');
        }
        if (!dash.isEmpty()) {
            text.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        if (opacity != 1) {
            text.append(" opacity=\"").append(Decimals.text(opacity)).append('"');
        }
        return text.toString();
    }
}
