package org.sandglass.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.langevin.Scheme;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.report.PointsReport;
import org.sandglass.report.ReportPage;
import org.sandglass.run.Beside;
import org.sandglass.run.DataSet;
import org.sandglass.run.Draws;
import org.sandglass.run.Progress;
import org.sandglass.run.SampleFile;
import org.sandglass.run.TimeChoice;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.Nearest;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import org.sandglass.target.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sandglass sample`.
@Command(
        name = "sample",
        description =
                "Exact draws, as an endless deterministic data set: row i depends on mixture, seed and split alone.",
        footer = {
            "",
            "The first rows never depend on -n, --threads or the format, and rows from --offset cost what the first do:"
                    + " many machines can each make a range of one data set.",
            "",
            "Example: sandglass sample --mixture gmm40-fab -n 1000 --with log-density,score -o train.npz",
            "Example: sandglass sample --mixture gmm40-fab -n 1000000 --offset 5000000 --split test --with component -o"
                    + " part5.parquet",
            "Example: sandglass sample --mixture nine -n 1000 --with energy,force --kt 2.5 --length-scale 0.1 -o nine.npz",
            "Example: sandglass sample --mixture nine -n 1000 --stream boltzkit --split val -o val.npz",
            "Example: sandglass sample --mixture nine -n 1000 --langevin metropolis --step-size 0.1 --steps 500 --start"
                    + " normal --with acceptance -o chains.npz"
        })
final class SampleCommand implements Callable<Integer> {
    /// Rows that a page shows at most.
    private static final int SHOWN = 10_000;

    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(names = "-n", paramLabel = "N", required = true, description = "How many rows.")
    private String count = "";

    @Option(names = "--offset", paramLabel = "I", description = "The first row (0); any costs the same.")
    private String offset = "0";

    @Option(names = "--split", paramLabel = "S", description = "train, val or test: independent sequences (train).")
    private String split = "";

    @Option(
            names = "--stream",
            paramLabel = "S",
            description =
                    "own, or boltzkit: its samples bit for bit, load_dataset(split) with procedural seed --seed, or"
                            + " without --split sample(n, seed); isotropic and diagonal mixtures (and their marginals), in time"
                            + " that grows with --offset (own).")
    private String stream = "own";

    @Option(
            names = "--with",
            paramLabel = "Q",
            description = "What stands beside the points: quantities as in eval, component (which one a row was drawn"
                    + " from), acceptance (of Langevin chains).")
    private String with = "";

    @Mixin
    private UnitsOptions units = new UnitsOptions();

    @Mixin
    private LangevinOptions langevin = new LangevinOptions();

    @Mixin
    private PruningOption pruning = new PruningOption();

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private OutputOption output = new OutputOption();

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Everywhere everywhere = main.everywhere();
        long n = Everywhere.whole("-n", count, 1, Long.MAX_VALUE / 2);
        long from = Everywhere.whole("--offset", offset, 0, Long.MAX_VALUE / 2);
        Draws draws = draws(everywhere.seed(), from);
        Optional<ProcessSpec> process = law.process();
        ResolvedMixture mixture = law.mixture().withPruning(pruning.value());
        TimeChoice time = law.times(process, mixture);
        List<Beside> beside = with.isEmpty() ? List.of() : Beside.list("--with", with, process.isPresent());
        DataSet data = new DataSet(mixture, process, time, draws, beside, units.value("--with", beside));
        checkReport(data);
        OptionalDouble acceptance;
        try (Workers workers = Workers.of(everywhere.threads());
                Progress progress = ProgressDisplay.of(console, everywhere)) {
            acceptance = data.write(from, n, output.arrays(console), workers, progress);
        }
        Optional<Points> shown = report.isGiven() ? Optional.of(first()) : Optional.empty();
        report.write(() -> page(shown.orElseThrow(), data));
        if (draws instanceof Draws.Langevin chains && chains.scheme() == Scheme.METROPOLIS && !everywhere.quiet) {
            console.err().printf(Locale.ROOT, "accepted %.2f%% of the steps%n", 100 * acceptance.orElseThrow());
        }
        return ExitCodes.DONE;
    }

    /// A page shows the rows of one mixture at one time, which are read again from the file.
    private void checkReport(DataSet data) {
        report.check();
        if (report.isGiven() && !output.isFile()) {
            throw new InputException("--report needs -o FILE, whose points it shows");
        }
        if (report.isGiven() && (data.mixture().batched() || !(data.time() instanceof TimeChoice.One))) {
            throw new InputException("--report shows one mixture at one time, got several");
        }
        if (report.isGiven() && data.units().length() != 1) {
            throw new InputException("--report shows points as the mixture has them, without --length-scale");
        }
    }

    private Points first() throws IOException {
        return new SampleFile(output.path(), Selection.usual(), OptionalInt.of(SHOWN)).read();
    }

    private ReportPage page(Points points, DataSet data) {
        GaussianMixture clean = data.mixture().only("--report");
        GaussianMixture at = data.process().isPresent() && data.time() instanceof TimeChoice.One(double t)
                ? new DiffusedMixture(clean, data.process().get().schedule()).marginal(t)
                : clean;
        SequencedMap<String, Points> sets = new LinkedHashMap<>();
        sets.put(output.path().getFileName().toString(), points);
        return new PointsReport(
                        "Draws of " + output.path().getFileName(),
                        sets,
                        Optional.of(at),
                        new LinkedHashMap<>(),
                        main.commandLine())
                .page();
    }

    private Draws draws(long seed, long from) {
        Optional<Split> chosen = split();
        Optional<Draws.Langevin> chains = langevin.draws(seed, chosen.orElse(Split.TRAIN));
        return switch (stream) {
            case "own" ->
                chains.map(Draws.class::cast).orElseGet(() -> new Draws.Own(seed, chosen.orElse(Split.TRAIN)));
            case "boltzkit" -> {
                if (chains.isPresent()) {
                    throw new InputException("--stream boltzkit is for exact draws, not for --langevin");
                }
                if (chosen.isEmpty() && from > 0) {
                    throw new InputException(
                            "--offset needs --split with --stream boltzkit: without a split its rows depend on -n");
                }
                yield new Draws.Boltzkit(seed, chosen);
            }
            default ->
                throw new InputException("--stream: unknown stream \"" + stream + "\"; "
                        + Nearest.suggestion(stream, List.of("own", "boltzkit")));
        };
    }

    private Optional<Split> split() {
        Optional<Split> found = Split.find(split);
        if (found.isEmpty() && !split.isEmpty()) {
            throw new InputException("--split must be train, val or test, got \"" + split + "\"");
        }
        return found;
    }
}
