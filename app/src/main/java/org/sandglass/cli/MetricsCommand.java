package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Metric;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.report.PointsReport;
import org.sandglass.report.ReportPage;
import org.sandglass.run.DensityChoice;
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
                + " exact draws of the same size score. With --model, what log densities say about the model; with"
                + " --against-mixture, how far two mixtures are apart.",
        footer = {
            "",
            "With the seed, mixture, process and last time of an experiment, its samples get the numbers of its"
                    + " results.json. All metrics: sandglass metrics --list.",
            "",
            "Example: sandglass metrics --samples x.npz --mixture gmm40-fab",
            "Example: sandglass metrics --samples x.npz --mixture gmm40-fab --metrics w2,sliced-w2:500 -n 2000",
            "Example: sandglass metrics --samples x.npz --against y.npz --metrics all -o distances.json",
            "Example: sandglass metrics --samples x.npz --mixture nine --model fit.yaml --metrics reverse-ess,reverse-kl",
            "Example: sandglass metrics --mixture nine --against-mixture fit.yaml --metrics kl,w2"
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
    private DensityOptions densities = new DensityOptions();

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private OutputOption output = new OutputOption();

    MetricsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Metric.all().forEach(this::list);
            densities.list(console);
            return ExitCodes.DONE;
        }
        checkWords();
        output.requireJson();
        report.check();
        Everywhere everywhere = main.everywhere();
        try (Workers workers = Workers.of(everywhere.threads());
                Progress progress = ProgressDisplay.of(console, everywhere)) {
            SequencedMap<String, Object> document = document(everywhere.seed(), workers, progress);
            SequencedMap<String, Points> sets = report.isGiven() ? sets() : new LinkedHashMap<>();
            output.writeJson(document, console);
            report.write(() -> page(sets, document));
        }
        return ExitCodes.DONE;
    }

    /// The points that are compared, by the names of their files.
    private SequencedMap<String, Points> sets() throws IOException {
        SequencedMap<String, Points> sets = new LinkedHashMap<>();
        sets.put(samples, file(samples).read());
        if (!against.isEmpty()) {
            sets.put(against, file(against).read());
        }
        return sets;
    }

    private ReportPage page(SequencedMap<String, Points> sets, SequencedMap<String, Object> document) {
        return new PointsReport(
                        "Metrics of " + Path.of(samples).getFileName(),
                        sets,
                        mixture.isEmpty() ? Optional.empty() : Optional.of(law(mixture)),
                        document,
                        main.commandLine())
                .page();
    }

    private SequencedMap<String, Object> document(long seed, Workers workers, Progress progress) throws IOException {
        if (densities.isBetweenMixtures()) {
            return densities.between(law(mixture), this::law, metrics, count, seed, workers, progress);
        }
        DensityChoice choice = densities.choice(metrics);
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        if (choice.leavesOthers()) {
            MetricChoice others = MetricChoice.of("--metrics", choice.others());
            document.putAll(judged(new SampleJudgement(file(samples), others, seed, workers, progress)));
        }
        if (!choice.metrics().isEmpty()) {
            requireMixture(choice.metrics().getFirst().name());
            document.putAll(densities.judged(choice, file(samples), this::file, this::law, law(mixture), workers));
        }
        return document;
    }

    private void requireMixture(String metric) {
        if (mixture.isEmpty()) {
            throw new InputException("--metrics: " + metric + " needs a mixture to compare with, got points");
        }
    }

    private SequencedMap<String, Object> judged(SampleJudgement judgement) throws IOException {
        return against.isEmpty() ? judgement.by(law(mixture)) : judgement.by(file(against));
    }

    private void checkWords() {
        if (report.isGiven() && densities.isBetweenMixtures()) {
            throw new InputException("--report shows points, and --against-mixture compares two mixtures");
        }
        densities.check(samples, mixture, against);
        if (samples.isEmpty() && !densities.isBetweenMixtures()) {
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

    private GaussianMixture law(String words) {
        return law("--mixture", words);
    }

    /// A mixture, at the time of the process if there is one.
    private GaussianMixture law(String option, String words) {
        GaussianMixture one = MixtureSpec.argument(option, words).resolve().only("metrics");
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
