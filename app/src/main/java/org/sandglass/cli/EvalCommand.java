package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sandglass.format.Selection;
import org.sandglass.run.PointEvaluation;
import org.sandglass.run.Precision;
import org.sandglass.run.Progress;
import org.sandglass.run.Quantity;
import org.sandglass.run.TimeChoice;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sandglass eval`.
@Command(
        name = "eval",
        description = "Exact quantities at points: density, score, denoiser and more.",
        footer = {
            "",
            "Quantities: log-density, energy, score, force, responsibilities, hessian, divergence; under a process also"
                    + " denoised, noise, velocity, denoised-covariance.",
            "",
            "Example: sandglass eval --mixture two-modes --process vp-linear --time 0.4 --points x.npz"
                    + " --quantities score,denoised -o scores.npz",
            "Example: sandglass eval --mixture gmm40-fab --points grid.npz --precision float32 -o screened.npz",
            "Example: sandglass eval --mixture nine --points nine.npz --quantities energy,force --kt 2.5"
                    + " --length-scale 0.1 -o forces.npz"
        })
final class EvalCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--points",
            paramLabel = "FILE",
            required = true,
            description =
                    "Points [N, D], or [N, B, D] for a batch: .npz (array x), .npy, .csv, .csv.gz, .parquet, .json.")
    private String points = "";

    @Option(
            names = "--columns",
            paramLabel = "C",
            description = "Columns of a table: names, indices or ranges as 0..63.")
    private String columns = "";

    @Option(names = "--quantities", paramLabel = "Q", description = "A comma list (log-density,score).")
    private String quantities = "log-density,score";

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "float64, or float32 for screening: log-density, energy, score, denoised and noise with"
                    + " errors of some 1e-6 of the largest exponent, twice as fast; what floats do not suit is"
                    + " computed in float64 all the same (float64).")
    private String precision = "float64";

    @Mixin
    private UnitsOptions units = new UnitsOptions();

    @Mixin
    private PruningOption pruning = new PruningOption();

    @Mixin
    private OutputOption output = new OutputOption();

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Everywhere everywhere = main.everywhere();
        Optional<ProcessSpec> process = law.process();
        List<Quantity> wanted = Quantity.list("--quantities", quantities, process.isPresent());
        ResolvedMixture mixture = law.mixture().withPruning(pruning.value());
        TimeChoice times = law.times(process, mixture);
        Selection selection = columns.isEmpty() ? Selection.usual() : Selection.columns(columns.split(","));
        PointEvaluation evaluation = new PointEvaluation(
                mixture,
                process,
                times,
                wanted,
                Precision.of("--precision", precision, wanted, times),
                units.value("--quantities", wanted),
                Path.of(points),
                selection);
        try (Workers workers = Workers.of(everywhere.threads());
                Progress progress = ProgressDisplay.of(console, everywhere)) {
            evaluation.write(output.arrays(console), workers, progress);
        }
        return ExitCodes.DONE;
    }
}
