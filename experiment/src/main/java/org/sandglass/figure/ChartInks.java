package org.sandglass.figure;

/// How the marks of charts look, in panels and in the legend.
final class ChartInks {
    private ChartInks() {}

    /// The class of a mark's group.
    static String word(Mark mark) {
        return switch (mark) {
            case Mark.Curve _ -> "curve";
            case Mark.Dots _ -> "points";
            case Mark.Intervals _ -> "intervals";
            case Mark.Band _ -> "band";
            case Mark.Bars _ -> "bars";
            case Mark.Rug _ -> "rug";
            case Mark.Zone _ -> "zone";
            case Mark.Level _ -> "level";
            case Mark.Events _ -> "events";
        };
    }

    /// A sample for the legend.
    static Legend.Swatch swatch(Mark mark, String colour) {
        return switch (mark) {
            case Mark.Curve curve -> Legend.line(ink(curve.look(), colour));
            case Mark.Dots _, Mark.Intervals _ -> Legend.point(Marker.CIRCLE, Ink.area(colour));
            case Mark.Band _, Mark.Bars _ -> Legend.area(area(colour));
            case Mark.Rug _ -> Legend.ticks(Ink.line(colour, 0.8));
            case Mark.Zone _ -> Legend.line(zone(colour));
            case Mark.Level _ -> Legend.line(level(colour));
            case Mark.Events _ -> Legend.line(event(colour));
        };
    }

    static Ink ink(Mark.Look look, String colour) {
        return switch (look) {
            case SOLID -> Ink.line(colour, 1.5);
            case DASHED -> Ink.line(colour, 1.5).dashed("5 3");
            case THIN -> Ink.line(colour, 0.7);
        };
    }

    static Ink area(String colour) {
        return Ink.area(colour).faint(0.35);
    }

    static Ink zone(String colour) {
        return Ink.line(colour, 1.4);
    }

    static Ink level(String colour) {
        return Ink.line(colour, 1.2).dashed("4 3");
    }

    static Ink event(String colour) {
        return Ink.line(colour, 0.9).dashed("1.5 2");
    }
}
