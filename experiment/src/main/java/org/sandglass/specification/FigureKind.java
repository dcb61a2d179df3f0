package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a run can show of its samplers.
public enum FigureKind {
    /// Each coordinate of the samples against its exact density.
    MARGINALS,
    /// The samples over the exact density, in the plane of the first two coordinates.
    SAMPLES,
    /// Some paths from noise to data.
    TRAJECTORIES,
    /// The exact law and the points at a few times.
    EVOLUTION,
    /// The share of points in each mode against its weight.
    MODES,
    /// The metrics against what exact draws score.
    ERRORS,
    /// Points on their way to noise and back, as GIF and in the report.
    ANIMATION;

    /// The name in files.
    ///
    /// @return as in `marginals`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FigureKind::word).toList();
    }

    static FigureKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
