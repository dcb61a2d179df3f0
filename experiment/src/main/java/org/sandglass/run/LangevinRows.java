package org.sandglass.run;

import java.io.IOException;
import java.util.List;
import org.sandglass.format.NumberArray;
import org.sandglass.langevin.Chains;
import org.sandglass.langevin.Langevin;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Workers;

/// The ends of Langevin chains, and perhaps the states on the way.
///
/// Mixture `m` takes its randomness from the seed that is the first word of stream `("langevin <split>", m)`.
final class LangevinRows implements RowSource {
    private final List<Langevin> samplers;
    private final int d;
    private final Draws.Langevin draws;
    private final Units units;
    private final ChainStarts starts;
    private final long offset;
    private final Workers workers;
    private final Meter meter;

    /// @param laws one for each mixture
    /// @param draws how chains move
    /// @param units the step size is in squares of its length
    /// @param starts where they start
    /// @param offset the first row
    /// @param workers the threads
    /// @param meter told of the steps of all rows
    LangevinRows(
            List<GaussianMixture> laws,
            Draws.Langevin draws,
            Units units,
            ChainStarts.Opening starts,
            long offset,
            Workers workers,
            Meter meter)
            throws IOException {
        double h = draws.stepSize() * units.length() * units.length();
        this.samplers = laws.stream()
                .map(law -> new Langevin(law.underNoise(1, 0), draws.scheme(), h, draws.temperature()))
                .toList();
        this.d = laws.getFirst().d();
        this.draws = draws;
        this.units = units;
        this.offset = offset;
        this.workers = workers;
        this.meter = meter;
        this.starts = starts.open();
    }

    @Override
    public Rows rows(long from, int n) throws IOException {
        int b = samplers.size();
        double[] x = starts.rows(from, n);
        double[] acceptance = new double[n * b];
        double[] trajectory = new double[Math.multiplyExact(n * b, draws.states() * d)];
        for (int m = 0; m < b; m++) {
            Chains chains = run(m, start(x, n, m), from);
            put(chains.end(), x, m, b, 1, 0);
            for (int s = 0; s < draws.states(); s++) {
                put(chains.states().get(s), trajectory, m, b, draws.states(), s);
            }
            double[] accepted = chains.acceptance();
            for (int i = 0; i < n; i++) {
                acceptance[i * b + m] = accepted[i];
            }
        }
        units.measure(trajectory);
        return new Rows(x, Rows.NONE, acceptance, trajectory);
    }

    private Chains run(int m, Points start, long from) {
        String purpose = "langevin " + draws.split().word();
        RandomStreams streams = RandomStreams.of(
                RandomStreams.of(draws.seed()).stream(purpose, m).nextLong());
        Recording recording =
                draws.every().isPresent() ? new Recording.Every(draws.every().getAsInt()) : new Recording.EndOnly();
        return samplers.get(m).run(start, from, draws.steps(), streams, workers, recording, (done, total) -> {
            double share = (m + (double) done / total) / samplers.size();
            meter.rows(from - offset, start.n(), share);
        });
    }

    private Points start(double[] x, int n, int m) {
        int b = samplers.size();
        double[] own = new double[n * d];
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, (i * b + m) * d, own, i * d, d);
        }
        return Points.wrap(own, n, d);
    }

    /// State `s` of `states` of each chain.
    private void put(Points state, double[] out, int m, int b, int states, int s) {
        double[] numbers = NumberArray.of(state).data();
        for (int i = 0; i < state.n(); i++) {
            System.arraycopy(numbers, i * d, out, ((i * b + m) * states + s) * d, d);
        }
    }

    @Override
    public void close() throws IOException {
        starts.close();
    }
}
