package org.sandglass.report;

import java.util.regex.Pattern;

/// Text as HTML.
final class Markup {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FORMULA = Pattern.compile("\\$([^$]+)\\$");
    private static final Pattern LOWERED = Pattern.compile("_\\{([^}]+)}");
    private static final Pattern RAISED = Pattern.compile("\\^\\{([^}]+)}");

    private Markup() {}

    /// Plain text; characters that XML does not have become question marks.
    static String plain(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && !(c >= 0xd800 && c <= 0xdfff) && c != 0xfffe && c != 0xffff);
    }

    /// Text with code, formulas, and raised and lowered parts.
    static String marked(String text) {
        String safe = CODE.matcher(plain(text)).replaceAll("<code>$1</code>");
        safe = FORMULA.matcher(safe).replaceAll("<span class=\"formula\">$1</span>");
        safe = LOWERED.matcher(safe).replaceAll("<sub>$1</sub>");
        return RAISED.matcher(safe).replaceAll("<sup>$1</sup>");
    }
}
