package org.sandglass.cli;

import java.io.IOException;
import java.util.Optional;
import org.sandglass.format.InputException;
import org.sandglass.run.TimeChoice;
import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Option;

/// A mixture, and perhaps a process and times.
final class LawOptions {
    @Option(
            names = "--mixture",
            paramLabel = "M",
            required = true,
            description = "A mixture file, a target's name, or YAML in braces.")
    private String mixture = "";

    @Option(
            names = "--process",
            paramLabel = "P",
            description = "A process's name such as vp-linear, a file, or YAML in braces.")
    private String process = "";

    @Option(
            names = "--time",
            paramLabel = "T",
            description = "A time of the process: a number, a comma list, or a .npy with one per point.")
    private String time = "";

    ResolvedMixture mixture() {
        return MixtureSpec.argument("--mixture", mixture).resolve();
    }

    /// The process, if both it and a time are given.
    Optional<ProcessSpec> process() {
        if (process.isEmpty() != time.isEmpty()) {
            throw new InputException(
                    "--process and --time belong together, got only " + (process.isEmpty() ? "--time" : "--process"));
        }
        return process.isEmpty() ? Optional.empty() : Optional.of(ProcessSpec.argument("--process", process));
    }

    /// The times; any one where there is no process.
    TimeChoice times(Optional<ProcessSpec> given, ResolvedMixture of) throws IOException {
        return given.isPresent() ? TimeChoice.read("--time", time, given.get(), of) : new TimeChoice.One(0);
    }

    /// The one time, where there can be only one.
    double oneTime(ProcessSpec given) {
        return given.checkTime("--time", TimeChoice.number("--time", time));
    }
}
