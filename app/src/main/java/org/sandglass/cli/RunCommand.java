package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sandglass.report.RunReport;
import org.sandglass.run.ExperimentRun;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.run.ResultTable;
import org.sandglass.run.SamplerResult;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.FileNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `sandglass run`.
@Command(
        name = "run",
        description = "Run an experiment file: draw with every sampler, and judge the points against the exact law.",
        footer = {"", "Example: sandglass run examples/quickstart.yaml -o out/quickstart"})
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Parameters(paramLabel = "SPEC", description = "The experiment file.")
    private String spec = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder of results, replaced as a whole (out/<file name>).")
    private String folder = "";

    @Mixin
    private PruningOption pruning = new PruningOption();

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Everywhere everywhere = main.everywhere();
        int threads = everywhere.threads();
        ExperimentSpec read = ExperimentSpec.read(Path.of(spec));
        ExperimentSpec experiment = everywhere.hasSeed() ? read.withSeed(everywhere.seed()) : read;
        Path target = folder.isEmpty() ? Path.of("out", FileNames.base(Path.of(spec))) : Path.of(folder);
        Provenance provenance = Provenance.here(Version.ofSandglass(), experiment.seed(), threads, pruning.value());
        List<SamplerResult> results;
        try (Progress progress = ProgressDisplay.of(console, everywhere)) {
            results = new ExperimentRun(experiment, provenance, progress).into(target, new RunReport(this::complain));
        }
        if (!everywhere.quiet) {
            console.out().print(ResultTable.text(results));
        }
        console.out().println(target.resolve("report.html"));
        return ExitCodes.DONE;
    }

    private void complain(String what) {
        console.err().println("sandglass: " + what);
    }
}
