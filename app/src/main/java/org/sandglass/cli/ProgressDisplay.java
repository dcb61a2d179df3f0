package org.sandglass.cli;

import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.sandglass.run.Progress;

/// A progress bar with rate and time left, for people who watch work that takes more than about a second.
final class ProgressDisplay implements Progress {
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final long begin = System.nanoTime();
    private final List<ProgressBar> shown = new ArrayList<>(1);

    private ProgressDisplay() {}

    static Progress of(Console console, Everywhere everywhere) {
        return console.watched() && !everywhere.quiet ? new ProgressDisplay() : QUIET;
    }

    @Override
    public void at(long done, long total, String what) {
        if (shown.isEmpty() && System.nanoTime() - begin > PATIENCE_NANOS && done < total) {
            shown.add(bar(total));
        }
        for (ProgressBar bar : shown) {
            bar.maxHint(total).stepTo(done).setExtraMessage(" " + what);
        }
    }

    private static ProgressBar bar(long total) {
        return new ProgressBarBuilder()
                .setInitialMax(total)
                .setTaskName("sandglass")
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .showSpeed()
                .continuousUpdate()
                .setMaxRenderedLength(100)
                .build();
    }

    @Override
    public void close() {
        shown.forEach(ProgressBar::close);
        shown.clear();
    }
}
