package org.sandglass.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.sandglass.format.InputException;
import org.sandglass.specification.TargetMixture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sandglass targets`.
@Command(
        name = "targets",
        description = {
            "List the named mixtures and the families; with a name, write it as a mixture file with its source.",
            "Without a name, -o FILE.json (or -o - for standard output) writes the list for programs."
        },
        footer = {
            "",
            "Example: sandglass targets gmm40-fab -o gmm40-fab.yaml",
            "         sandglass targets '{target: gmm40-fab, dimension: 50}' -o gmm40-50d.json",
            "         sandglass targets mcgdiff-8-1 --measurement -o seen.yaml",
            "         sandglass posterior --mixture mcgdiff-8-1 --measurement mcgdiff-8-1 -o posterior.yaml"
        })
final class TargetsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "A target's name, or a member of a family as YAML in braces.")
    private String name = "";

    @Option(names = "--measurement", description = "Write the measurement of an inverse problem, not its prior.")
    private boolean measurement;

    @Mixin
    private OutputOption output = new OutputOption();

    TargetsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!name.isEmpty()) {
            TargetMixture target = TargetMixture.argument("targets", name);
            output.write(
                    measurement
                            ? target.measurement("--measurement")
                            : target.explicit().toDocument(),
                    console);
        } else if (measurement) {
            throw new InputException("--measurement needs the name of an inverse problem, such as mcgdiff-8-1");
        } else if (output.isGiven() && !output.isJson()) {
            throw new InputException(
                    "targets needs a name to write a file, got only -o", "the list is written as .json");
        } else if (output.isGiven()) {
            output.write(TargetList.document(), console);
        } else {
            TargetList.print(console.out());
        }
        return ExitCodes.DONE;
    }
}
