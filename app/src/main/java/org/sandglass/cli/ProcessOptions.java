package org.sandglass.cli;

import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Option;

/// A mixture and the process that diffuses it, both needed.
final class ProcessOptions {
    @Option(
            names = "--mixture",
            paramLabel = "M",
            required = true,
            description = "The law of the data: a mixture file, a target's name, or YAML in braces.")
    private String mixture = "";

    @Option(
            names = "--process",
            paramLabel = "P",
            required = true,
            description = "A process's name such as vp-linear, a file, or YAML in braces.")
    private String process = "";

    ResolvedMixture mixture() {
        return MixtureSpec.argument("--mixture", mixture).resolve();
    }

    ProcessSpec process() {
        return ProcessSpec.argument("--process", process);
    }
}
