package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.sandglass.fit.FitObserver;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.format.WholeFile;
import org.sandglass.run.FitReport;
import org.sandglass.run.Progress;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.FitComponents;
import org.sandglass.specification.FitOptions;
import org.sandglass.specification.FitOutcome;
import org.sandglass.specification.FitStart;
import org.sandglass.specification.FittedMixture;
import org.sandglass.specification.MixtureDocuments;
import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `sandglass fit`.
@Command(
        name = "fit",
        description = "Fit a mixture to data by expectation-maximisation, or one component per label.",
        footer = {
            "",
            "Example: sandglass fit penguins.csv --columns 1..4 -k 1..6 --standardise -o penguins.yaml",
            "Example: sandglass fit digits.csv.gz --columns 0..63 -k 10 --covariance low-rank:8 -o digits.yaml",
            "Example: sandglass fit penguins.csv --by species --covariance tied -o species.yaml"
        })
final class FitCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Parameters(paramLabel = "DATA", description = "Rows: .csv, .csv.gz, .npz (array x), .npy, .parquet, .json.")
    private String data = "";

    @Option(names = "-k", paramLabel = "K", description = "How many components, or a range as 1..10.")
    private String k = "";

    @Option(names = "--by", paramLabel = "COLUMN", description = "One component per value of this column, in one step.")
    private String by = "";

    @Option(names = "--columns", paramLabel = "C", description = "Columns: names, indices or ranges as 0..63.")
    private String columns = "";

    @Mixin
    private FitOptionWords words = new FitOptionWords();

    @Option(names = "--report", paramLabel = "FILE", description = "Also write all numbers of the fits as JSON.")
    private String report = "";

    @Mixin
    private OutputOption output = new OutputOption();

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Everywhere everywhere = main.everywhere();
        FitOptions options = words.options(by.isEmpty() ? FitOptions.Labelled.NO : FitOptions.Labelled.YES, everywhere);
        FittedMixture spec = FittedMixture.of(Path.of(data), columns(), components(options), options);
        output.requireMixtureFile();
        FitOutcome outcome;
        try (Workers workers = Workers.of(everywhere.threads());
                Progress progress = ProgressDisplay.of(console, everywhere)) {
            outcome = spec.outcome(workers::forEach, observer(progress, options));
        }
        FitReport told = new FitReport(data, options, outcome);
        SequencedMap<String, Object> document = document(told, outcome);
        if (!report.isEmpty()) {
            WholeFile.write(Path.of(report), Json.text(told.document()));
        }
        output.write(document, console);
        if (output.isFile() && !everywhere.quiet) {
            console.out().print(told.table());
        }
        return ExitCodes.DONE;
    }

    private List<String> columns() {
        return columns.isEmpty() ? List.of() : Arrays.asList(columns.split(","));
    }

    private FitComponents components(FitOptions options) {
        if (!by.isEmpty() && !k.isEmpty()) {
            throw new InputException("give -k or --by, not both");
        }
        if (!by.isEmpty()) {
            return new FitComponents.By(by);
        }
        boolean given = options.start() instanceof FitStart.Labels || options.start() instanceof FitStart.Mixture;
        if (k.isEmpty() && !given) {
            throw new InputException("fit needs -k, the number of components, or --by, a label column");
        }
        return k.isEmpty() ? new FitComponents.OfStart() : FitComponents.of("-k", k);
    }

    /// Counts iterations up to their greatest number, start after start.
    private FitObserver observer(Progress progress, FitOptions options) {
        FitComponents.Range range = k.isEmpty() ? new FitComponents.Range(1, 1) : FitComponents.of("-k", k);
        long starts = (range.to() - range.from() + 1L) * options.restarts();
        return (components, start, iteration, step) -> {
            long before = (long) (k.isEmpty() ? 0 : components - range.from()) * options.restarts() + start;
            progress.at(
                    before * options.iterations() + iteration,
                    starts * options.iterations(),
                    "K = " + components + ", start " + (start + 1) + ": " + Math.round(step.logLikelihood()));
        };
    }

    private static SequencedMap<String, Object> document(FitReport told, FitOutcome outcome) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("title", told.title());
        document.put("source", told.source());
        document.put("columns", outcome.columns());
        document.putAll(MixtureDocuments.of(
                new ResolvedMixture(false, List.of(outcome.best().mixture())), "the fit"));
        return document;
    }

    /// What `--start` means: a word, or a mixture.
    static FitStart start(String word) {
        return FitStart.named("--start", word)
                .orElseGet(() -> new FitStart.Mixture(MixtureSpec.argument("--start", word)));
    }
}
