package org.sandglass.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.format.ArrayFiles;
import org.sandglass.langevin.Scheme;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import org.sandglass.target.Split;

/// What a data set tells about its progress, which is also how much work it does.
class DataSetTest {
    private static final long FAR = 1_000_000_000_000L;
    private static final ResolvedMixture NINE =
            MixtureSpec.argument("--mixture", "nine").resolve();

    @TempDir
    private Path folder;

    /// What was told.
    private record Told(long done, long total) {}

    private List<Told> told(Draws draws, TimeChoice time, Optional<ProcessSpec> process, long offset, long n)
            throws IOException {
        List<Told> told = new ArrayList<>();
        DataSet data = new DataSet(NINE, process, time, draws, List.of(), Units.NONE);
        try (Workers workers = Workers.of(2)) {
            data.write(
                    offset,
                    n,
                    layout -> ArrayFiles.create(folder.resolve("rows.npz"), layout),
                    workers,
                    (done, total, _) -> told.add(new Told(done, total)));
        }
        return told;
    }

    private List<Told> told(Draws draws, long offset, long n) throws IOException {
        return told(draws, new TimeChoice.One(0), Optional.empty(), offset, n);
    }

    @Test
    void ownRowsAreNoMoreWorkWhereverTheyAre() throws IOException {
        Draws own = new Draws.Own(3, Split.TRAIN);
        List<Told> near = told(own, 0, 40_000);
        assertThat(told(own, FAR, 40_000)).isEqualTo(near).endsWith(new Told(40_000, 40_000));
    }

    @Test
    void boltzkitsRowsCountThoseBeforeThem() throws IOException {
        Draws boltzkit = new Draws.Boltzkit(3, Optional.of(Split.VAL));
        long offset = 3_000_000;
        assertThat(told(boltzkit, offset, 100))
                .containsExactly(
                        new Told(1 << 20, offset + 100),
                        new Told(2 << 20, offset + 100),
                        new Told(offset, offset + 100),
                        new Told(offset + 100, offset + 100));
    }

    @Test
    void chainsCountTheirSteps() throws IOException {
        Draws chains = new Draws.Langevin(
                0, Split.TRAIN, Scheme.METROPOLIS, 0.1, 1, 30, new Draws.Start.Normal(), OptionalInt.empty());
        List<Told> told = told(chains, FAR, 1500);
        assertThat(told).isSortedAccordingTo((a, b) -> Long.compare(a.done, b.done));
        assertThat(told).hasSizeGreaterThan(2).endsWith(new Told(45_000, 45_000));
    }

    @Test
    void severalTimesAreAsMuchMoreWork() throws IOException {
        Optional<ProcessSpec> flow = Optional.of(ProcessSpec.argument("--process", "flow"));
        TimeChoice times = new TimeChoice.Several(List.of(0.1, 0.5, 0.9));
        assertThat(told(new Draws.Own(0, Split.TEST), times, flow, 0, 200))
                .containsExactly(new Told(200, 600), new Told(400, 600), new Told(600, 600));
    }
}
