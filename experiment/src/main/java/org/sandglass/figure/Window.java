package org.sandglass.figure;

import org.sandglass.linalg.Points;

/// The part of the plane that a panel shows.
///
/// @param left the least first coordinate
/// @param right the greatest, `> left`
/// @param low the least second coordinate
/// @param high the greatest, `> low`
public record Window(double left, double right, double low, double high) {
    /// Checks the order of the edges.
    public Window {
        if (!(left < right && low < high && right - left <= 1e300 && high - low <= 1e300)) {
            throw new IllegalArgumentException("Window needs left < right and low < high, got left=" + left + ", right="
                    + right + ", low=" + low + ", high=" + high);
        }
    }

    /// A square around the origin.
    ///
    /// @param half half its side, `> 0`
    /// @return the window
    public static Window square(double half) {
        return new Window(-half, half, -half, half);
    }

    /// A window that holds points, with some room around them; −1 to 1 without finite ones.
    ///
    /// @param points n × 2
    /// @return the window
    public static Window around(Points points) {
        Extent x = new Extent();
        Extent y = new Extent();
        for (int i = 0; i < points.n(); i++) {
            x.add(points.get(i, 0));
            y.add(points.get(i, 1));
        }
        if (x.isEmpty() || y.isEmpty()) {
            return square(1);
        }
        Scale across = x.linear(0.08);
        Scale up = y.linear(0.08);
        return new Window(across.low(), across.high(), up.low(), up.high());
    }

    /// Height divided by width.
    double shape() {
        return (high - low) / (right - left);
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= low && y <= high;
    }
}
