package org.sandglass.bench.report;

import java.util.List;

/// A table of Markdown. Numbers have two significant digits or more.
final class Table {
    private final StringBuilder text = new StringBuilder();
    private boolean empty = true;

    Table(String... columns) {
        row(columns);
        text.append('|').repeat("---|", columns.length).append('\n');
        empty = true;
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        empty = false;
    }

    boolean isEmpty() {
        return empty;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// A number for people: `7.1`, `53`, `1,234`; a dash for NaN.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 3;
        return String.format(java.util.Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : Math.round(100 * fraction) + " %";
    }
}
