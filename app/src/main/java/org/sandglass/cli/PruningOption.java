package org.sandglass.cli;

import java.util.List;
import org.sandglass.format.InputException;
import org.sandglass.mixture.Pruning;
import org.sandglass.specification.Nearest;
import picocli.CommandLine.Option;

/// Whether components that cannot matter at a point are left out.
final class PruningOption {
    private static final List<String> WORDS = List.of("auto", "off");

    @Option(
            names = "--pruning",
            paramLabel = "P",
            description = "auto: leave out components that add less than 1e-13 of the density, where there are many;"
                    + " off: never (auto).")
    private String pruning = "auto";

    Pruning value() {
        return switch (pruning) {
            case "auto" -> Pruning.AUTOMATIC;
            case "off" -> Pruning.OFF;
            default ->
                throw new InputException("--pruning must be auto or off, got \"" + pruning + "\"; "
                        + Nearest.suggestion(pruning, WORDS));
        };
    }
}
