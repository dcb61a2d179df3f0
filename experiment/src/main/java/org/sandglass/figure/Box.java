package org.sandglass.figure;

/// A rectangle on the page, in pixels; `y` grows downwards.
///
/// @param x the left edge
/// @param y the upper edge
/// @param width `≥ 0`
/// @param height `≥ 0`
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    /// Without its margins.
    Box inside(Margins margins) {
        return new Box(
                x + margins.left(),
                y + margins.top(),
                width - margins.left() - margins.right(),
                height - margins.top() - margins.bottom());
    }

    /// Wider by a length on every side.
    Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
