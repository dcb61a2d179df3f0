package org.sandglass.report;

import java.util.regex.Pattern;
import org.sandglass.format.XmlText;

/// Text as HTML.
final class Markup {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FORMULA = Pattern.compile("\\$([^$]+)\\$");
    private static final Pattern LOWERED = Pattern.compile("_\\{([^}]+)}");
    private static final Pattern RAISED = Pattern.compile("\\^\\{([^}]+)}");

    private Markup() {}

    /// Text with code, formulas, and raised and lowered parts.
    static String marked(String text) {
        String safe = CODE.matcher(XmlText.escaped(text)).replaceAll("<code>$1</code>");
        safe = FORMULA.matcher(safe).replaceAll("<span class=\"formula\">$1</span>");
        safe = LOWERED.matcher(safe).replaceAll("<sub>$1</sub>");
        return RAISED.matcher(safe).replaceAll("<sup>$1</sup>");
    }
}
