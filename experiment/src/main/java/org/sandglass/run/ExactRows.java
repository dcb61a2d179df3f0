package org.sandglass.run;

import org.sandglass.format.NumberArray;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ResolvedMixture;

/// Exact draws of our own sequences, over threads; any rows, in time that does not depend on where they are.
///
/// Mixture `m` takes its randomness from the seed that is the first word of stream `("data set <split>", m)`.
final class ExactRows implements RowSource {
    /// Rows that one thread draws at a time. The results do not depend on it.
    private static final int TILE = 1024;

    private final ResolvedMixture mixture;
    private final Laws laws;
    private final Draws.Own draws;
    private final long offset;
    private final boolean components;
    private final Workers workers;

    /// @param mixture whose shape the rows have
    /// @param laws what is drawn from
    /// @param draws seed and split
    /// @param offset the row that times are counted from
    /// @param components whether to tell the component of each row
    /// @param workers the threads
    ExactRows(ResolvedMixture mixture, Laws laws, Draws.Own draws, long offset, boolean components, Workers workers) {
        this.mixture = mixture;
        this.laws = laws;
        this.draws = draws;
        this.offset = offset;
        this.components = components;
        this.workers = workers;
    }

    @Override
    public Rows rows(long from, int n) {
        int b = mixture.mixtures().size();
        double[] x = new double[Math.multiplyExact(n, b * mixture.d())];
        double[] component = components ? new double[n * b] : Rows.NONE;
        workers.forEach((n + TILE - 1) / TILE, tile -> {
            int to = Math.min(n, (tile + 1) * TILE);
            for (int m = 0; m < b; m++) {
                draw(from, tile * TILE, to, m, x, component);
            }
        });
        return new Rows(x, component, Rows.NONE, Rows.NONE);
    }

    /// Rows `[start, end)` after `from`, as many at once as have the same time.
    private void draw(long from, int start, int end, int m, double[] x, double[] component) {
        RandomStreams streams = streams(m);
        int first = (int) Math.min(from - offset, Integer.MAX_VALUE - end);
        for (int row = start; row < end; ) {
            double t = laws.time(first + row, m);
            int next = row + 1;
            while (next < end && laws.time(first + next, m) == t) {
                next++;
            }
            GaussianMixture law = laws.at(m, t);
            scatter(law.sample(from + row, next - row, streams), row, m, x);
            if (components) {
                scatter(law.components(from + row, next - row, streams), row, m, component);
            }
            row = next;
        }
    }

    private RandomStreams streams(int m) {
        String purpose = "data set " + draws.split().word();
        return RandomStreams.of(
                RandomStreams.of(draws.seed()).stream(purpose, m).nextLong());
    }

    private void scatter(Points drawn, int row, int m, double[] x) {
        int d = mixture.d();
        double[] numbers = NumberArray.of(drawn).data();
        for (int i = 0; i < drawn.n(); i++) {
            System.arraycopy(numbers, i * d, x, ((row + i) * mixture.mixtures().size() + m) * d, d);
        }
    }

    private void scatter(int[] components, int row, int m, double[] out) {
        for (int i = 0; i < components.length; i++) {
            out[(row + i) * mixture.mixtures().size() + m] = components[i];
        }
    }
}
