package org.sandglass.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.sandglass.run.FlowPoints;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sandglass flow`.
@Command(
        name = "flow",
        description = "Where the probability flow takes points: data to noise and back, without randomness.",
        footer = {
            "",
            "Example: sandglass flow --mixture two-modes --process vp-linear --points x.csv -o noise.csv",
            "Example: sandglass flow --mixture two-modes --process vp-linear --points noise.csv --from 1 --to 0 -o back.csv"
        })
final class FlowCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Mixin
    private FlowOptions flow = new FlowOptions();

    @Option(names = "--from", paramLabel = "T", description = "The time of the points (0).")
    private String from = "";

    @Option(names = "--to", paramLabel = "T", description = "The time to take them to (the end of the process).")
    private String to = "";

    @Mixin
    private OutputOption output = new OutputOption();

    FlowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProcessSpec process = flow.process();
        double first = FlowOptions.time("--from", from, 0, process);
        double last = FlowOptions.time("--to", to, process.schedule().end(), process);
        FlowPoints points = flow.points(process, "flow");
        try (Workers workers = Workers.of(main.everywhere().threads())) {
            points.carry(first, last, output.arrays(console), workers);
        }
        return ExitCodes.DONE;
    }
}
