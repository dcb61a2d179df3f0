package org.sandglass.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.sandglass.flow.Divergence;
import org.sandglass.format.InputException;
import org.sandglass.random.RandomStreams;
import org.sandglass.run.FlowPoints;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.Nearest;
import org.sandglass.specification.ProcessSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sandglass likelihood`.
@Command(
        name = "likelihood",
        description = "Log densities of points by the probability flow, as one has them of a diffusion model;"
                + " --compare sets them beside the exact ones.",
        footer = {
            "",
            "Columns: log-density, evaluations (of the flow, at each point); with several probes standard-error; with"
                    + " --compare log-density-exact and difference.",
            "",
            "Example: sandglass likelihood --mixture two-modes --process vp-linear --points x.csv --compare -o ll.csv",
            "Example: sandglass likelihood --mixture gmm40-fab --process edm --points x.npz --method hutchinson --probes 8"
                    + " -o ll.npz"
        })
final class LikelihoodCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Mixin
    private FlowOptions flow = new FlowOptions();

    @Option(names = "--time", paramLabel = "T", description = "The time of the points (0).")
    private String time = "";

    @Option(
            names = "--method",
            paramLabel = "M",
            description = "How the divergence is found: exact, or hutchinson, by random signs (exact).")
    private String method = "exact";

    @Option(names = "--probes", paramLabel = "N", description = "How many vectors of signs for each point (1).")
    private String probes = "";

    @Option(names = "--compare", description = "Beside it the exact log density, and the difference.")
    private boolean compare;

    @Mixin
    private OutputOption output = new OutputOption();

    LikelihoodCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Everywhere everywhere = main.everywhere();
        Divergence divergence = divergence(everywhere.seed());
        ProcessSpec process = flow.process();
        double t = FlowOptions.time("--time", time, 0, process);
        FlowPoints points = flow.points(process, "likelihood");
        FlowPoints.Beside beside = compare ? FlowPoints.Beside.EXACT : FlowPoints.Beside.NOTHING;
        try (Workers workers = Workers.of(everywhere.threads())) {
            points.logDensity(t, divergence, beside, output.arrays(console), workers);
        }
        return ExitCodes.DONE;
    }

    private Divergence divergence(long seed) {
        return switch (method) {
            case "exact" -> {
                if (!probes.isEmpty()) {
                    throw new InputException("--probes is for --method hutchinson");
                }
                yield new Divergence.Exact();
            }
            case "hutchinson" ->
                new Divergence.Hutchinson(
                        probes.isEmpty() ? 1 : (int) Everywhere.whole("--probes", probes, 1, 1000),
                        Divergence.Probe.RADEMACHER,
                        RandomStreams.of(seed));
            default ->
                throw new InputException("--method: unknown method \"" + method + "\"; "
                        + Nearest.suggestion(method, List.of("exact", "hutchinson")));
        };
    }
}
