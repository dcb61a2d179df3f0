package org.sandglass.format;

/// Text inside XML and HTML.
public final class XmlText {
    private XmlText() {}

    /// Text as XML spells it, between tags and in quoted attributes.
    ///
    /// @param words any text
    /// @return the same for a reader of XML; characters that XML does not have are question marks
    public static String escaped(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(c -> {
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
}
