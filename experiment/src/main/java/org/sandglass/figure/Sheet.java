package org.sandglass.figure;

/// What stands around a drawing: its title above, its caption below, and how wide it is.
///
/// Text may hold raised and lowered parts, `10^{−3}` and `x_{0}`.
///
/// @param title one line or more; may be empty
/// @param caption what was computed and with how many samples; may be empty
/// @param width the width in pixels, at least 240; 360 px are one column of 3.3 in (240 pt), where the smallest
///     letters are 7 pt
public record Sheet(String title, String caption, double width) {
    /// Checks the width.
    public Sheet {
        if (!(width >= 240 && width <= 4000)) {
            throw new IllegalArgumentException("Sheet needs 240 <= width <= 4000 pixels, got " + width);
        }
    }

    /// As wide as one column of a paper: 360 px.
    ///
    /// @param title the title
    /// @param caption the caption
    /// @return the sheet
    public static Sheet column(String title, String caption) {
        return new Sheet(title, caption, 360);
    }

    /// As wide as a page: 720 px.
    ///
    /// @param title the title
    /// @param caption the caption
    /// @return the sheet
    public static Sheet page(String title, String caption) {
        return new Sheet(title, caption, 720);
    }
}
