package org.sandglass.specification;

/// What the points of an experiment are to the eye: this decides how figures show them.
public enum Space {
    /// One coordinate: densities as curves.
    LINE,
    /// Two coordinates: densities as contours.
    PLANE,
    /// More: pairs of the first coordinates.
    PAIRS,
    /// As many as an image has pixels: tiles.
    IMAGES;

    /// The space of some points.
    ///
    /// @param d their dimension
    /// @param images whether they are images
    /// @return how they are shown
    public static Space of(int d, boolean images) {
        return images ? IMAGES : d == 1 ? LINE : d == 2 ? PLANE : PAIRS;
    }
}
