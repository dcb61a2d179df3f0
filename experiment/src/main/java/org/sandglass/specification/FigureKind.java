package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a run can show: the exact laws alone, or what its samplers did.
public enum FigureKind {
    /// Data from a file over the exact density.
    DATA(false),
    /// The exact law at time 0 with exact draws, means and covariances.
    DENSITY(false),
    /// The law before and after the measurement, with exact draws of both.
    POSTERIOR(false),
    /// The exact law and exact draws at a few times.
    DIFFUSION(false),
    /// Some paths from data to noise.
    FORWARD(false),
    /// Each coordinate of the samples against its exact density.
    MARGINALS(true),
    /// The samples over the exact density, in the plane of the first two coordinates.
    SAMPLES(true),
    /// Some paths from noise to data.
    TRAJECTORIES(true),
    /// The exact law and the points of a sampler at a few times.
    EVOLUTION(true),
    /// The share of points in each mode against its weight.
    MODES(true),
    /// The metrics against what exact draws score.
    ERRORS(true),
    /// Points on their way to noise and back, as GIF and in the report.
    ANIMATION(false);

    private final boolean ofSamplers;

    FigureKind(boolean ofSamplers) {
        this.ofSamplers = ofSamplers;
    }

    /// Whether there is nothing to show without a sampler.
    ///
    /// @return false for what shows exact laws and exact draws
    public boolean ofSamplers() {
        return ofSamplers;
    }

    /// The name in files.
    ///
    /// @return as in `marginals`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The keys beside `type`.
    List<String> keys() {
        return switch (this) {
            case DATA, DENSITY, POSTERIOR, SAMPLES -> List.of("points");
            case DIFFUSION, EVOLUTION -> List.of("points", "times", "arrows");
            case FORWARD, TRAJECTORIES -> List.of("paths", "segments");
            case MARGINALS, MODES, ERRORS, ANIMATION -> List.of();
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FigureKind::word).toList();
    }

    static FigureKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
