package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sandglass.sampler.Sampler;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// What a sampler does after the last time of its grid.
public enum Finale {
    /// Nothing.
    NONE,
    /// The points are replaced by `E[x₀ | x]`, for one more evaluation.
    DENOISE,
    /// One more step of the rule, to time 0; nothing where the grid ends there.
    ZERO;

    static Finale read(Node node) {
        String word = node.word(words());
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Finale::word).toList();
    }

    /// The name in files.
    ///
    /// @return as in `denoise`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the library calls it.
    ///
    /// @return whether the points are denoised at the end
    public Sampler.Finish finish() {
        return this == DENOISE ? Sampler.Finish.DENOISE : Sampler.Finish.NONE;
    }

    /// The grid with the step to 0, if there is one.
    TimeGrid completed(TimeGrid grid, NoiseSchedule schedule) {
        return this == ZERO && grid.to() > 0 ? grid.followedBy(schedule, 0) : grid;
    }
}
