package org.sandglass.figure;

/// The room around a panel for its title, ticks and labels, in pixels.
///
/// @param left beside the vertical axis
/// @param top above the panel
/// @param right at the end of the horizontal axis
/// @param bottom under the horizontal axis
record Margins(double left, double top, double right, double bottom) {
    /// Enough for both, so that panels beside each other line up.
    Margins max(Margins other) {
        return new Margins(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
