package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.metric.Metric;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Progress;
import org.sandglass.run.SampleFile;
import org.sandglass.run.SampleJudgement;
import org.sandglass.run.TimeChoice;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.MetricChoice;
import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.ProcessSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sandglass metrics`.
@Command(
        name = "metrics",
        description = "Distances between points and an exact mixture, or other points, each beside its floor: what"
                + " exact draws of the same size score.",
        footer = {
            "",
            "With the seed, mixture, process and last time of an experiment, its samples get the numbers of its"
                    + " results.json. All metrics: sandglass metrics --list.",
            "",
            "Example: sandglass metrics --samples x.npz --mixture gmm40-fab",
            "Example: sandglass metrics --samples x.npz --mixture gmm40-fab --metrics w2,sliced-w2:500 -n 2000",
            "Example: sandglass metrics --samples x.npz --against y.npz --metrics all -o distances.json"
        })
final class MetricsCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Option(
            names = "--samples",
            paramLabel = "FILE",
            description = "Points [N, D]: .npz (array x), .npy, .csv, .csv.gz, .parquet, .json.")
    private String samples = "";

    @Option(
            names = "--mixture",
            paramLabel = "M",
            description = "The exact law: a mixture file, a target's name, or YAML in braces.")
    private String mixture = "";

    @Option(
            names = "--process",
            paramLabel = "P",
            description = "A process under which the law is that at --time: a name, a file, or YAML in braces.")
    private String process = "";

    @Option(names = "--time", paramLabel = "T", description = "The time of the process.")
    private String time = "";

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Other points to compare with, instead of a mixture.")
    private String against = "";

    @Option(
            names = "--metrics",
            paramLabel = "M",
            description = "A comma list, or all that suit the case; a name may carry a number of projections, as in"
                    + " sliced-w1:500 (the usual fast ones).")
    private String metrics = "";

    @Option(names = "-n", paramLabel = "N", description = "Judge the first N points only.")
    private String count = "";

    @Option(
            names = "--columns",
            paramLabel = "C",
            description = "Columns of a table: names, indices or ranges as 0..63.")
    private String columns = "";

    @Option(names = "--list", description = "List all metrics, a line each; the usual ones are marked.")
    private boolean list;

    @Mixin
    private OutputOption output = new OutputOption();

    MetricsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Metric.all().forEach(this::list);
            return ExitCodes.DONE;
        }
        checkWords();
        output.requireJson();
        Everywhere everywhere = main.everywhere();
        MetricChoice choice = MetricChoice.of("--metrics", metrics);
        try (Workers workers = Workers.of(everywhere.threads());
                Progress progress = ProgressDisplay.of(console, everywhere)) {
            output.writeJson(
                    judged(new SampleJudgement(file(samples), choice, everywhere.seed(), workers, progress)), console);
        }
        return ExitCodes.DONE;
    }

    private SequencedMap<String, Object> judged(SampleJudgement judgement) throws IOException {
        return against.isEmpty() ? judgement.by(law()) : judgement.by(file(against));
    }

    private void checkWords() {
        if (samples.isEmpty()) {
            throw new InputException("metrics needs --samples FILE, the points to judge");
        }
        if (mixture.isEmpty() == against.isEmpty()) {
            throw new InputException("metrics needs what to compare with, --mixture or --against, got "
                    + (mixture.isEmpty() ? "neither" : "both"));
        }
        if (process.isEmpty() != time.isEmpty()) {
            throw new InputException(
                    "--process and --time belong together, got only " + (process.isEmpty() ? "--time" : "--process"));
        }
        if (mixture.isEmpty() && !process.isEmpty()) {
            throw new InputException("--process needs a --mixture, got only points");
        }
    }

    private GaussianMixture law() {
        GaussianMixture one =
                MixtureSpec.argument("--mixture", mixture).resolve().only("metrics");
        Optional<ProcessSpec> given =
                process.isEmpty() ? Optional.empty() : Optional.of(ProcessSpec.argument("--process", process));
        return given.map(p -> new DiffusedMixture(one, p.schedule())
                        .marginal(p.checkTime("--time", TimeChoice.number("--time", time))))
                .orElse(one);
    }

    private SampleFile file(String name) {
        Selection selection = columns.isEmpty() ? Selection.usual() : Selection.columns(List.of(columns.split(",")));
        OptionalInt most = count.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Everywhere.whole("-n", count, 1, Integer.MAX_VALUE));
        return new SampleFile(Path.of(name), selection, most);
    }

    private void list(Metric metric) {
        console.out()
                .printf(Locale.ROOT, "%s %-22s %s%n", metric.isUsual() ? "*" : " ", metric.name(), metric.summary());
    }
}
