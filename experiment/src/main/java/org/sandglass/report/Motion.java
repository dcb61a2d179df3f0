package org.sandglass.report;

import java.util.List;
import org.sandglass.figure.Figure;

/// A figure that changes, frame by frame.
///
/// @param name its file without suffix
/// @param frames of one size, at least one; the last is what is seen where nothing moves
public record Motion(String name, List<Frame> frames) {
    /// Copies the list.
    public Motion {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("Motion needs at least one frame, got none");
        }
    }

    /// What is seen at one time.
    ///
    /// @param label when, plain: `t = 0.5`
    /// @param figure what, for a page that shows the label beside it
    /// @param titled the same with the label in it
    public record Frame(String label, Figure figure, Figure titled) {}

    /// Where it ends.
    ///
    /// @return the last frame
    public Frame last() {
        return frames.getLast();
    }
}
