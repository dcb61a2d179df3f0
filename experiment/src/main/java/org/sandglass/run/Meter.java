package org.sandglass.run;

/// Progress of several passes over the same number of rows, each of the same number of steps.
final class Meter {
    private final Progress progress;
    private final String what;
    private final long steps;
    private final long perPass;
    private final int passes;
    private int pass;

    /// @param progress told of the work done in all
    /// @param what is done, in a word
    /// @param rows of a pass
    /// @param steps of a row; where there are too many to count, a row counts as one
    /// @param passes how many there are
    Meter(Progress progress, String what, long rows, long steps, int passes) {
        long most = Long.MAX_VALUE / passes / Math.max(1, rows);
        this.progress = progress;
        this.what = what;
        this.steps = Math.clamp(steps, 1, Math.max(1, most));
        this.perPass = rows * this.steps;
        this.passes = passes;
    }

    /// How many rows of this pass are done.
    void rows(long done) {
        tell(done * steps);
    }

    /// How many rows of this pass are done, and of how many more a share.
    ///
    /// @param done rows
    /// @param more rows at work
    /// @param share of their work that is done, in `[0, 1]`
    void rows(long done, long more, double share) {
        tell(done * steps + (long) (more * share * steps));
    }

    private void tell(long units) {
        progress.at(pass * perPass + units, passes * perPass, what);
    }

    /// Ends a pass.
    void next() {
        pass++;
    }
}
