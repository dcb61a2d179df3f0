package org.sandglass.figure;

/// The shape of a point, so that series are told apart without colours too.
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    PLUS,
    DOWNWARD,
    CROSS,
    BAR;

    /// Adds a point of this shape.
    ///
    /// @param radius about half its size
    void add(Outline outline, double x, double y, double radius) {
        switch (this) {
            case CIRCLE -> outline.circle(x, y, radius);
            case SQUARE -> outline.polygon(x, y, 0.9 * radius, -1, -1, 1, -1, 1, 1, -1, 1);
            case TRIANGLE -> outline.polygon(x, y, 1.2 * radius, 0, -1, 0.9, 0.7, -0.9, 0.7);
            case DIAMOND -> outline.polygon(x, y, 1.25 * radius, 0, -1, 0.8, 0, 0, 1, -0.8, 0);
            case PLUS -> outline.polygon(x, y, radius, CROSSBARS);
            case DOWNWARD -> outline.polygon(x, y, 1.2 * radius, 0, 1, 0.9, -0.7, -0.9, -0.7);
            case CROSS -> outline.polygon(x, y, radius, turned(CROSSBARS));
            case BAR -> outline.polygon(x, y, radius, -1.2, -0.35, 1.2, -0.35, 1.2, 0.35, -1.2, 0.35);
        }
    }

    private static final double[] CROSSBARS = {
        -0.35, -1.2, 0.35, -1.2, 0.35, -0.35, 1.2, -0.35, 1.2, 0.35, 0.35, 0.35, 0.35, 1.2, -0.35, 1.2, -0.35, 0.35,
        -1.2, 0.35, -1.2, -0.35, -0.35, -0.35
    };

    /// The corners turned by 45°.
    private static double[] turned(double[] corners) {
        double[] turned = new double[corners.length];
        for (int i = 0; i < corners.length; i += 2) {
            turned[i] = Math.sqrt(0.5) * (corners[i] - corners[i + 1]);
            turned[i + 1] = Math.sqrt(0.5) * (corners[i] + corners[i + 1]);
        }
        return turned;
    }
}
