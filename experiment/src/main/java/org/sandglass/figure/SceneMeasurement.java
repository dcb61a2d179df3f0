package org.sandglass.figure;

/// Draws the points of the plane that fit a measurement.
///
/// @param layer what was measured
/// @param window the part of the plane
/// @param plot where to
record SceneMeasurement(Layer.Measurement layer, Window window, Plot plot) {
    void draw(Canvas canvas, Ink ink) {
        double size = Math.hypot(layer.a0(), layer.a1());
        if (layer.noiseStd() > 0) {
            double half = 2 * layer.noiseStd() / size;
            Outline band = new Outline();
            double[] upper = ends(half);
            double[] lower = ends(-half);
            band.move(upper[0], upper[1]).line(upper[2], upper[3]);
            band.line(lower[2], lower[3]).line(lower[0], lower[1]).close();
            canvas.path("band", band, Ink.area(ink.stroke()).faint(0.18));
        }
        double[] middle = ends(0);
        canvas.path("line", new Outline().move(middle[0], middle[1]).line(middle[2], middle[3]), ink);
    }

    /// Where the line, moved by an offset along its normal, lies beyond the window: `x, y` of either end.
    private double[] ends(double offset) {
        double size = Math.hypot(layer.a0(), layer.a1());
        double nx = layer.a0() / size;
        double ny = layer.a1() / size;
        double middleX = (window.left() + window.right()) / 2;
        double middleY = (window.low() + window.high()) / 2;
        double toLine = layer.y() / size + offset - nx * middleX - ny * middleY;
        double x = middleX + nx * toLine;
        double y = middleY + ny * toLine;
        double far = (window.right() - window.left()) + (window.high() - window.low());
        return new double[] {plot.px(x + ny * far), plot.py(y - nx * far), plot.px(x - ny * far), plot.py(y + nx * far)
        };
    }
}
