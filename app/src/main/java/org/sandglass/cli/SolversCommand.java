package org.sandglass.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.sandglass.format.InputException;
import org.sandglass.specification.Nearest;
import org.sandglass.specification.SolverType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sandglass solvers`.
@Command(
        name = "solvers",
        description = {
            "List the solvers that experiment files can name; with a name, its keys, their ranges and defaults.",
            "-o FILE.json (or -o - for standard output) writes the same for programs."
        },
        footer = {"", "Example: sandglass solvers", "         sandglass solvers heun"})
final class SolversCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A solver's name.")
    private String name = "";

    @Mixin
    private OutputOption output = new OutputOption();

    SolversCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.requireJson();
        if (output.isGiven()) {
            output.writeJson(name.isEmpty() ? SolverList.document() : SolverList.entry(named()), console);
        } else if (name.isEmpty()) {
            SolverList.print(console.out());
        } else {
            SolverList.print(console.out(), named());
        }
        return ExitCodes.DONE;
    }

    private SolverType named() {
        return SolverType.find(name)
                .orElseThrow(() -> new InputException(
                        "solvers: unknown solver \"" + name + "\"; " + Nearest.suggestion(name, SolverType.names())));
    }
}
