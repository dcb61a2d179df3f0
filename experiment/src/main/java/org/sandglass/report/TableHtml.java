package org.sandglass.report;

import java.util.List;
import org.sandglass.format.XmlText;
import org.sandglass.report.Block.Cell;

/// A table as HTML. What is too wide for a screen scrolls sideways below its first column; tables of four columns or
/// fewer break their numbers before the error instead.
final class TableHtml {
    private static final int FEW = 4;

    private TableHtml() {}

    /// Caption and table, in lines.
    static String of(Block.Table table) {
        StringBuilder out = new StringBuilder();
        if (!table.caption().isEmpty()) {
            out.append("<p class=\"caption\">" + Markup.marked(table.caption()) + "</p>\n");
        }
        String width = table.header().size() <= FEW ? "scroll few" : "scroll";
        out.append("<div class=\"" + width + "\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n");
        out.append("<thead><tr>");
        table.header().forEach(name -> out.append("<th scope=\"col\">" + XmlText.escaped(name) + "</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> out.append(row(row)).append('\n'));
        return out.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private static String row(List<Cell> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int j = 0; j < cells.size(); j++) {
            row.append(cell(cells.get(j), j == 0 ? "th scope=\"row\"" : "td", j == 0 ? "th" : "td"));
        }
        return row + "</tr>";
    }

    private static String cell(Cell cell, String open, String element) {
        String look = switch (cell.mark()) {
            case NONE -> "";
            case REFERENCE -> " class=\"reference\"";
            case GOOD -> " class=\"good\"";
            case BAD -> " class=\"bad\"";
        };
        String note = cell.note().isEmpty() ? "" : "<span class=\"note\">" + text(cell.note()) + "</span>";
        return "<" + open + look + ">" + text(cell.text()) + note + "</" + element + ">";
    }

    /// A narrow column breaks a number before its error, not behind the sign.
    private static String text(String plain) {
        return XmlText.escaped(plain).replace("± ", "±\u00a0").replace("✓ ", "✓\u00a0");
    }
}
