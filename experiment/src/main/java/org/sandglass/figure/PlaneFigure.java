package org.sandglass.figure;

import java.util.List;

/// Parts of the plane, in one panel or several: a density with samples, component centres and covariance
/// ellipses; trajectories over contours; an evolution with one panel per time; a prior and a posterior side by
/// side with the measurement; the error field of a network.
///
/// Panels with one window share ticks and labels. Colours belong to names: samples of the same name look the
/// same in all panels.
///
/// @param sheet title, caption and width
/// @param scenes the panels, at least one; those of one shape as the first is
public record PlaneFigure(Sheet sheet, List<Scene> scenes) implements Figure {
    /// Takes a copy of the panels.
    public PlaneFigure {
        scenes = List.copyOf(scenes);
        if (scenes.isEmpty()) {
            throw new IllegalArgumentException("PlaneFigure needs at least one scene, got none");
        }
    }

    /// One panel.
    ///
    /// @param sheet title, caption and width
    /// @param scene the panel
    public PlaneFigure(Sheet sheet, Scene scene) {
        this(sheet, List.of(scene));
    }
}
