package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sandglass.compare.CompareResults;
import org.sandglass.compare.CompareRun;
import org.sandglass.compare.CompareTable;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.report.CompareReport;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.FileNames;
import org.sandglass.specification.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `sandglass compare`.
@Command(
        name = "compare",
        description = {
            "Compare solvers: the error of each against the exact answer by steps or evaluations, its measured",
            "order, and what exact draws of the same size score; as page, tables, figure and data."
        },
        footer = {
            "",
            "Example: sandglass compare examples/compare.yaml -o out/compare",
            "The solvers that a file can name: sandglass solvers"
        })
final class CompareCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "markdown", "csv", "json");

    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Parameters(paramLabel = "SPEC", description = "The comparison file.")
    private String spec = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder of results, replaced as a whole (out/<file name>).")
    private String folder = "";

    @Option(names = "--format", paramLabel = "F", description = "What to print: text, markdown, csv or json (text).")
    private String format = "text";

    @Mixin
    private PruningOption pruning = new PruningOption();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!FORMATS.contains(format)) {
            throw new InputException(
                    "--format must be one of " + String.join(", ", FORMATS) + ", got \"" + format + "\""
                            + Nearest.of(format, FORMATS)
                                    .map(n -> "; did you mean \"" + n + "\"?")
                                    .orElse(""));
        }
        Everywhere everywhere = main.everywhere();
        int threads = everywhere.threads();
        CompareSpec read = CompareSpec.read(Path.of(spec));
        CompareSpec comparison = everywhere.hasSeed() ? read.withSeed(everywhere.seed()) : read;
        Path target = folder.isEmpty() ? Path.of("out", FileNames.base(Path.of(spec))) : Path.of(folder);
        Provenance provenance = Provenance.here(Version.ofSandglass(), comparison.seed(), threads, pruning.value());
        CompareResults results;
        try (Progress progress = ProgressDisplay.of(console, everywhere)) {
            results = new CompareRun(comparison, provenance, progress).into(target, new CompareReport(this::complain));
        }
        if (!everywhere.quiet) {
            console.out().print(shown(results));
        }
        if (format.equals("text") || everywhere.quiet) {
            console.out().println(target.resolve("report.html"));
        }
        return ExitCodes.DONE;
    }

    private void complain(String what) {
        console.err().println("sandglass: " + what);
    }

    private String shown(CompareResults results) {
        return switch (format) {
            case "markdown" -> CompareTable.markdown(results);
            case "csv" -> CompareTable.csv(results);
            case "json" -> Json.text(results.toDocument());
            default -> CompareTable.text(results);
        };
    }
}
