package org.sandglass.run;

import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.format.NumberArray;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.sampler.Workers;
import org.sandglass.target.BoltzkitStream;

/// boltzkit's draws: every row before the first is made in vain, which is told as progress. Each mixture of
/// a batch has streams of its own from the same seed, as the peer would give to each.
final class BoltzkitRows implements RowSource {
    /// Rows that are passed over at a time.
    private static final int SKIP = 1 << 20;

    private final List<BoltzkitStream> streams;
    private final int d;
    private final Workers workers;
    private final Meter meter;

    /// @param laws one for each mixture
    /// @param draws seed and split
    /// @param last one past the last row that will be asked for
    /// @param workers the threads: one for each mixture at most
    /// @param meter told of rows passed over
    BoltzkitRows(List<GaussianMixture> laws, Draws.Boltzkit draws, long last, Workers workers, Meter meter) {
        this.streams = laws.stream()
                .map(law -> draws.split()
                        .map(split -> BoltzkitStream.dataSet(law, split, draws.seed()))
                        .orElseGet(() -> BoltzkitStream.sample(law, last, draws.seed())))
                .toList();
        this.d = laws.getFirst().d();
        this.workers = workers;
        this.meter = meter;
    }

    @Override
    public Rows rows(long from, int n) {
        skipTo(from);
        int b = streams.size();
        double[] x = new double[Math.multiplyExact(n, b * d)];
        double[] component = new double[n * b];
        workers.forEach(b, m -> {
            Points drawn = Points.zeros(n, d);
            int[] components = new int[n];
            streams.get(m).next(drawn, components);
            double[] numbers = NumberArray.of(drawn).data();
            IntStream.range(0, n).forEach(i -> {
                System.arraycopy(numbers, i * d, x, (i * b + m) * d, d);
                component[i * b + m] = components[i];
            });
        });
        return new Rows(x, component, Rows.NONE, Rows.NONE);
    }

    /// Rows before the first count as work, too.
    private void skipTo(long row) {
        for (long at = streams.getFirst().position(); at < row; ) {
            long rows = Math.min(SKIP, row - at);
            workers.forEach(streams.size(), m -> streams.get(m).skip(rows));
            at += rows;
            meter.rows(at);
        }
    }
}
