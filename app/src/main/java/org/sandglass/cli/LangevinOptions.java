package org.sandglass.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.sandglass.format.Format;
import org.sandglass.format.InputException;
import org.sandglass.langevin.Scheme;
import org.sandglass.run.Draws;
import org.sandglass.run.TimeChoice;
import org.sandglass.specification.Nearest;
import org.sandglass.target.Split;
import picocli.CommandLine.Option;

/// Langevin chains in place of exact draws.
final class LangevinOptions {
    @Option(
            names = "--langevin",
            paramLabel = "SCHEME",
            description =
                    "Where Langevin chains end, in place of exact draws: unadjusted, middle or metropolis. Row i is"
                            + " chain i.")
    private String scheme = "";

    @Option(
            names = "--step-size",
            paramLabel = "H",
            description = "Of a chain: x + H score(x) + sqrt(2 H) z. Small beside the least variance of a component.")
    private String stepSize = "";

    @Option(names = "--steps", paramLabel = "N", description = "How many steps of each chain.")
    private String steps = "";

    @Option(
            names = "--start",
            paramLabel = "S",
            description = "Where chains start: exact (draws), normal (standard normal draws), or a file, chain i at its"
                    + " row i (exact).")
    private String start = "";

    @Option(names = "--temperature", paramLabel = "T", description = "Chains sample p^(1/T) (1).")
    private String temperature = "";

    @Option(
            names = "--every",
            paramLabel = "K",
            description =
                    "Also write the array trajectory [N, S, D]: the states after 0, K, 2K, ... steps and at the end.")
    private String every = "";

    /// The chains, if they are asked for.
    Optional<Draws.Langevin> draws(long seed, Split split) {
        if (scheme.isEmpty()) {
            refuseAlone();
            return Optional.empty();
        }
        int most = 1_000_000_000;
        return Optional.of(new Draws.Langevin(
                seed,
                split,
                scheme(),
                positive("--step-size", needed("--step-size", stepSize)),
                temperature.isEmpty() ? 1 : positive("--temperature", temperature),
                (int) Everywhere.whole("--steps", needed("--steps", steps), 0, most),
                start(),
                every.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) Everywhere.whole("--every", every, 1, most))));
    }

    private void refuseAlone() {
        List<String> names = List.of("--step-size", "--steps", "--start", "--temperature", "--every");
        List<String> words = List.of(stepSize, steps, start, temperature, every);
        for (int i = 0; i < names.size(); i++) {
            if (!words.get(i).isEmpty()) {
                throw new InputException(names.get(i) + " is of Langevin chains, give --langevin too");
            }
        }
    }

    private Scheme scheme() {
        return Arrays.stream(Scheme.values())
                .filter(each -> word(each).equals(scheme))
                .findFirst()
                .orElseThrow(() -> new InputException("--langevin must be unadjusted, middle or metropolis, got \""
                        + scheme + "\"; "
                        + Nearest.suggestion(
                                scheme,
                                Arrays.stream(Scheme.values())
                                        .map(LangevinOptions::word)
                                        .toList())));
    }

    private static String word(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    private static String needed(String option, String word) {
        if (word.isEmpty()) {
            throw new InputException("--langevin needs " + option);
        }
        return word;
    }

    private static double positive(String option, String word) {
        double value = TimeChoice.number(option, word);
        if (!(value > 0)) {
            throw new InputException(option + " must be > 0, got " + word);
        }
        return value;
    }

    private Draws.Start start() {
        return switch (start) {
            case "", "exact" -> new Draws.Start.Exact();
            case "normal" -> new Draws.Start.Normal();
            default -> {
                if (Format.find(Path.of(start)).isEmpty()) {
                    throw new InputException(
                            "--start must be exact, normal or a file of points, got \"" + start + "\"");
                }
                yield new Draws.Start.Rows(Path.of(start));
            }
        };
    }
}
