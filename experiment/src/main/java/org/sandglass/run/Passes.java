package org.sandglass.run;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.format.ArrayWriter;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.sampler.Workers;

/// Passes over the rows of a data set, one for each time: rows are drawn, evaluated and written chunk by
/// chunk.
final class Passes {
    /// Numbers of a chunk of chains: more than of other rows, as each takes long and threads share them.
    private static final int CHAIN_NUMBERS = 1 << 23;

    private final DataSet data;
    private final Evaluation evaluation;
    private final long offset;
    private final long n;
    private final Workers workers;
    private final Meter meter;
    private double accepted;
    private long chains;

    Passes(DataSet data, Evaluation evaluation, long offset, long n, Workers workers, Meter meter) {
        this.data = data;
        this.evaluation = evaluation;
        this.offset = offset;
        this.n = n;
        this.workers = workers;
        this.meter = meter;
    }

    /// What becomes of the points of a chunk.
    private interface Evaluate {
        double[][] at(double[] x, int rows, int first);
    }

    /// All rows at one time.
    void at(double t, ArrayWriter out) throws IOException {
        Laws laws = Laws.at(data.mixture(), data.process(), t);
        try (RowSource source = source(laws, t)) {
            write(source, (x, rows, _) -> evaluation.at(t, x, rows), out);
        }
    }

    /// Each row at its own time.
    void at(TimeChoice.PerPoint times, ArrayWriter out) throws IOException {
        Laws laws = Laws.each(data.mixture(), data.process(), times);
        try (RowSource source = own((Draws.Own) data.draws(), laws)) {
            write(source, (x, rows, first) -> evaluation.at(times, first, x, rows), out);
        }
    }

    /// The mean acceptance of all chains so far.
    double acceptance() {
        return accepted / chains;
    }

    private RowSource source(Laws laws, double t) throws IOException {
        List<GaussianMixture> all = IntStream.range(0, data.mixture().mixtures().size())
                .mapToObj(m -> laws.at(m, t))
                .toList();
        return switch (data.draws()) {
            case Draws.Own own -> own(own, laws);
            case Draws.Boltzkit boltzkit -> new BoltzkitRows(all, boltzkit, offset + n, workers, meter);
            case Draws.Langevin langevin ->
                new LangevinRows(all, langevin, data.units(), () -> starts(langevin, laws), offset, workers, meter);
        };
    }

    private RowSource own(Draws.Own draws, Laws laws) {
        boolean components = data.with().contains(OfDraw.COMPONENT);
        return new ExactRows(data.mixture(), laws, draws, offset, components, workers);
    }

    private ChainStarts starts(Draws.Langevin draws, Laws laws) throws IOException {
        return switch (draws.start()) {
            case Draws.Start.Exact() -> {
                RowSource exact = own(new Draws.Own(draws.seed(), draws.split()), laws);
                yield (from, rows) -> exact.rows(from, rows).x();
            }
            case Draws.Start.Normal() -> ChainStarts.normal(data.mixture(), draws, data.units());
            case Draws.Start.Rows file -> ChainStarts.file(data.mixture(), file, offset, data.units());
        };
    }

    private void write(RowSource source, Evaluate quantities, ArrayWriter out) throws IOException {
        int chunk = chunk();
        for (long done = 0; done < n; ) {
            int rows = (int) Math.min(chunk, n - done);
            int first = (int) Math.min(done, Integer.MAX_VALUE);
            RowSource.Rows drawn = source.rows(offset + done, rows);
            count(drawn.acceptance());
            double[][] evaluated =
                    data.quantities().isEmpty() ? new double[0][] : quantities.at(drawn.x(), rows, first);
            data.units().measure(drawn.x());
            out.append(rows * data.mixture().mixtures().size(), columns(drawn, evaluated));
            done += rows;
            meter.rows(data.draws() instanceof Draws.Boltzkit ? offset + done : done);
        }
    }

    private int chunk() {
        if (!(data.draws() instanceof Draws.Langevin)) {
            return evaluation.chunk();
        }
        long perRow = (long) evaluation.numbersPerPoint()
                + (long) data.mixture().mixtures().size()
                        * data.states()
                        * data.mixture().d();
        long rows = Math.clamp(CHAIN_NUMBERS / perRow, 1, 1 << 14);
        return (int) (rows < Workers.CHUNK ? rows : rows / Workers.CHUNK * Workers.CHUNK);
    }

    private void count(double[] acceptance) {
        for (double each : acceptance) {
            accepted += each;
        }
        chains += acceptance.length;
    }

    /// The arrays in the order of the layout.
    private double[][] columns(RowSource.Rows drawn, double[][] evaluated) {
        boolean withTrajectory = data.states() > 0;
        double[][] columns = new double[1 + data.with().size() + (withTrajectory ? 1 : 0)][];
        columns[0] = drawn.x();
        int next = 0;
        for (int i = 0; i < data.with().size(); i++) {
            columns[i + 1] = switch (data.with().get(i)) {
                case Quantity _ -> evaluated[next++];
                case OfDraw.COMPONENT -> drawn.component();
                case OfDraw.ACCEPTANCE -> drawn.acceptance();
            };
        }
        if (withTrajectory) {
            columns[columns.length - 1] = drawn.trajectory();
        }
        return columns;
    }
}
