package org.sandglass.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sandglass.format.InputException;
import org.sandglass.run.DataSet;
import org.sandglass.run.Progress;
import org.sandglass.run.Quantity;
import org.sandglass.run.TimeChoice;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.Nearest;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sandglass sample`.
@Command(
        name = "sample",
        description =
                "Exact draws, as an endless deterministic data set: row i depends on mixture, seed and split alone.",
        footer = {"", "Example: sandglass sample --mixture gmm40-fab -n 1000 --with log-density,score -o train.npz"})
final class SampleCommand implements Callable<Integer> {
    private static final List<String> SPLITS = List.of("train", "val", "test");

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
    private String split = "train";

    @Option(names = "--stream", paramLabel = "S", description = "own: the sequences of Sandglass.")
    private String stream = "own";

    @Option(names = "--with", paramLabel = "Q", description = "Quantities beside the points, as in eval.")
    private String with = "";

    @Mixin
    private PruningOption pruning = new PruningOption();

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
        checkWords();
        Optional<ProcessSpec> process = law.process();
        ResolvedMixture mixture = law.mixture().withPruning(pruning.value());
        TimeChoice time = law.times(process, mixture);
        List<Quantity> quantities = with.isEmpty() ? List.of() : Quantity.list("--with", with, process.isPresent());
        DataSet data = new DataSet(mixture, process, time, everywhere.seed(), split, quantities);
        try (Workers workers = Workers.of(everywhere.threads());
                Progress progress = ProgressDisplay.of(console, everywhere)) {
            data.write(from, n, output.arrays(console), workers, progress);
        }
        return ExitCodes.DONE;
    }

    private void checkWords() {
        if (!SPLITS.contains(split)) {
            throw new InputException("--split must be train, val or test, got \"" + split + "\"");
        }
        if (stream.equals("boltzkit")) {
            throw new InputException("--stream boltzkit comes with its own work and is not there yet; own is");
        }
        if (!stream.equals("own")) {
            throw new InputException("--stream: unknown stream \"" + stream + "\"; "
                    + Nearest.suggestion(stream, List.of("own", "boltzkit")));
        }
    }
}
