package org.sandglass.figure;

import java.util.List;

/// A panel that shows a part of the plane.
///
/// @param title of the panel, as a time; may be empty
/// @param window the part of the plane
/// @param across what the first coordinate is; may be empty
/// @param up what the second coordinate is; may be empty
/// @param layers what is drawn, the first lowest
public record Scene(String title, Window window, String across, String up, List<Layer> layers) {
    /// Takes a copy of the layers.
    public Scene {
        layers = List.copyOf(layers);
    }

    /// A panel with the axes `x_{0}` and `x_{1}`.
    ///
    /// @param title of the panel
    /// @param window the part of the plane
    /// @param layers what is drawn, the first lowest
    public Scene(String title, Window window, Layer... layers) {
        this(title, window, "x_{0}", "x_{1}", List.of(layers));
    }
}
