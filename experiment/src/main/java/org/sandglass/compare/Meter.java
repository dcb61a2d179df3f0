package org.sandglass.compare;

import org.sandglass.run.Progress;
import org.sandglass.sampler.StepObserver;

/// Counts the steps of all cells.
final class Meter {
    private final Progress progress;
    private final long total;
    private long before;

    Meter(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /// Told of the steps of a cell.
    StepObserver of(String what) {
        return (done, _) -> progress.at(before + done, total, what);
    }

    /// After a cell.
    void done(int steps) {
        before += steps;
    }
}
