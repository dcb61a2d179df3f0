package org.sandglass.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sandglass.format.InputException;
import org.sandglass.specification.TargetMixture;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sandglass targets`.
@Command(
        name = "targets",
        description = "List the named mixtures; with a name, write it as a mixture file with its source.",
        footer = {"", "Example: sandglass targets gmm40-fab -o gmm40-fab.yaml"})
final class TargetsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A target's name.")
    private String name = "";

    @Mixin
    private OutputOption output = new OutputOption();

    TargetsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (name.isEmpty() && output.isGiven()) {
            throw new InputException("targets needs a name to write a file, got only -o");
        }
        if (name.isEmpty()) {
            Targets.all().forEach(this::list);
        } else {
            output.write(TargetMixture.named("targets", name).explicit().toDocument(), console);
        }
        return ExitCodes.DONE;
    }

    private void list(Target target) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%-14s K=%-3d D=%-3d %s%n%34s%s%n",
                        target.name(),
                        target.means().n(),
                        target.means().d(),
                        target.title(),
                        "",
                        target.source());
    }
}
