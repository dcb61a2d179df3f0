package org.sandglass.figure;

import java.util.List;
import org.sandglass.format.XmlText;

/// The elements of an SVG file, as they are drawn one over the other.
///
/// There are no identifiers in it, so that several figures can stand in one page: what is to be cut off at the
/// edge of a panel stands in an inner `svg` element.
final class Canvas {
    /// Families with the widths of [TextWidths], and what comes nearest.
    static final String FAMILIES = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    private final StringBuilder text = new StringBuilder();

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        path(new Outline().move(x1, y1).line(x2, y2), ink);
    }

    /// Draws an outline; an empty one leaves no mark.
    void path(Outline outline, Ink ink) {
        if (!outline.isEmpty()) {
            text.append("<path d=\"")
                    .append(outline)
                    .append('"')
                    .append(ink.attributes())
                    .append("/>\n");
        }
    }

    /// The same, with a class by which it is found again.
    void path(String kind, Outline outline, Ink ink) {
        if (!outline.isEmpty()) {
            text.append("<path class=\"")
                    .append(kind)
                    .append("\" d=\"")
                    .append(outline)
                    .append('"');
            text.append(ink.attributes()).append("/>\n");
        }
    }

    /// Discs of one size, given by an outline of dots.
    void dots(Outline dots, double diameter, String colour, double opacity) {
        if (!dots.isEmpty()) {
            text.append("<path class=\"dots\" d=\"").append(dots).append("\" stroke-linecap=\"round\"");
            text.append(Ink.line(colour, diameter).faint(opacity).attributes()).append("/>\n");
        }
    }

    void rectangle(Box box, Ink ink) {
        text.append("<rect").append(place(box)).append(ink.attributes()).append("/>\n");
    }

    void circle(double x, double y, double radius, Ink ink) {
        text.append("<circle cx=\"").append(Decimals.text(x)).append("\" cy=\"").append(Decimals.text(y));
        text.append("\" r=\"")
                .append(Decimals.text(radius))
                .append('"')
                .append(ink.attributes())
                .append("/>\n");
    }

    /// Begins a group that says what it shows.
    ///
    /// @param kind a class, as `series`
    /// @param name which one, as `ddim`; may be empty
    void open(String kind, String name) {
        text.append("<g class=\"").append(kind).append('"');
        if (!name.isEmpty()) {
            text.append(" data-name=\"")
                    .append(XmlText.escaped(RichText.plain(name)))
                    .append('"');
        }
        text.append(">\n");
    }

    void close() {
        text.append("</g>\n");
    }

    /// Begins a part that is cut off at the edges of a box, in the same coordinates.
    ///
    /// @param box the part of the page that is seen
    /// @param attributes further attributes, each with a space before it
    void openClipped(Box box, String attributes) {
        text.append("<svg").append(place(box)).append(" viewBox=\"");
        text.append(numbers(box))
                .append("\" overflow=\"hidden\"")
                .append(attributes)
                .append(">\n");
    }

    /// Begins a part of the page with coordinates of its own, from `0 0` at its upper left corner.
    ///
    /// @param box the part of the page
    /// @param width its width in the new coordinates
    /// @param height its height
    /// @param attributes further attributes, each with a space before it
    void openScaled(Box box, double width, double height, String attributes) {
        text.append("<svg").append(place(box)).append(" viewBox=\"");
        text.append(numbers(new Box(0, 0, width, height)))
                .append("\" preserveAspectRatio=\"none\" overflow=\"hidden\"")
                .append(attributes)
                .append(">\n");
    }

    void closeClipped() {
        text.append("</svg>\n");
    }

    /// One line of text, stretched to the width that the layout reckons with.
    void text(String words, double x, double y, Lettering lettering) {
        letters(words, x, y, lettering, "");
    }

    /// One line of text that reads upwards.
    void upwards(String words, double x, double y, Lettering lettering) {
        letters(words, x, y, lettering, " transform=\"rotate(-90 " + Decimals.text(x) + " " + Decimals.text(y) + ")\"");
    }

    private void letters(String words, double x, double y, Lettering lettering, String turned) {
        List<RichText.Run> runs = RichText.of(words).runs();
        double at = start(words, x, lettering);
        for (RichText.Run run : runs) {
            double size = run.size(lettering.size());
            double whole = TextWidths.width(run.text(), size, lettering.weight());
            double before = TextWidths.width(run.text().stripTrailing(), size, lettering.weight())
                    - TextWidths.width(run.text().strip(), size, lettering.weight());
            letters(run, at + before, y, size, lettering, turned);
            at += whole;
        }
    }

    /// One run, without the spaces around it, which readers of XML may leave out.
    private void letters(RichText.Run run, double x, double y, double size, Lettering lettering, String turned) {
        String words = run.text().strip();
        if (words.isEmpty()) {
            return;
        }
        text.append("<text x=\"").append(Decimals.text(x)).append("\" y=\"");
        text.append(Decimals.text(y + run.shift(lettering.size()))).append("\" font-size=\"");
        text.append(Decimals.text(size)).append('"');
        text.append(lettering.weight() == Lettering.Weight.BOLD ? " font-weight=\"bold\"" : "");
        text.append(" fill=\"").append(lettering.colour()).append("\" textLength=\"");
        text.append(Decimals.text(TextWidths.width(words, size, lettering.weight())));
        text.append("\" lengthAdjust=\"spacingAndGlyphs\"").append(turned).append('>');
        text.append(XmlText.escaped(words)).append("</text>\n");
    }

    private static double start(String words, double x, Lettering lettering) {
        double width = RichText.of(words).width(lettering);
        return x
                - switch (lettering.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
    }

    /// The box that a line of text fills.
    static Box extent(String words, double x, double y, Lettering lettering) {
        double width = RichText.of(words).width(lettering);
        return new Box(start(words, x, lettering), y - lettering.capHeight(), width, 1.25 * lettering.capHeight());
    }

    /// The whole file.
    ///
    /// @param page the size, from 0, 0
    /// @param title what readers hear first
    /// @param description and then
    /// @param background the colour of the page
    String document(Box page, String title, String description, String background) {
        String size = " width=\"" + Decimals.text(page.width()) + "\" height=\"" + Decimals.text(page.height());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + size + "\" viewBox=\"" + numbers(page)
                + "\" role=\"img\" font-family=\"" + FAMILIES + "\""
                + " stroke-linejoin=\"round\">\n<title>" + XmlText.escaped(RichText.plain(title)) + "</title>\n<desc>"
                + XmlText.escaped(RichText.plain(description)) + "</desc>\n<rect class=\"page\"" + place(page)
                + Ink.area(background).attributes() + "/>\n" + text + "</svg>\n";
    }

    private static String place(Box box) {
        return " x=\"" + Decimals.text(box.x()) + "\" y=\"" + Decimals.text(box.y()) + "\" width=\""
                + Decimals.text(box.width()) + "\" height=\"" + Decimals.text(box.height()) + '"';
    }

    private static String numbers(Box box) {
        return Decimals.text(box.x()) + " " + Decimals.text(box.y()) + " " + Decimals.text(box.width()) + " "
                + Decimals.text(box.height());
    }
}
