package org.sandglass.cli;

import java.math.BigInteger;
import org.sandglass.format.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every verb has.
final class Everywhere {
    private static final int MOST_THREADS = 4096;

    @Option(names = "--seed", paramLabel = "N", scope = ScopeType.INHERIT, description = "Seed of all randomness (0).")
    String seed = "";

    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Threads that compute (one per processor). The numbers do not depend on it.")
    String threads = "";

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress and no table.")
    boolean quiet;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where a failure happened.")
    boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help and exit.")
    boolean help;

    boolean hasSeed() {
        return !seed.isEmpty();
    }

    long seed() {
        return hasSeed() ? whole("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE) : 0;
    }

    int threads() {
        return threads.isEmpty()
                ? Runtime.getRuntime().availableProcessors()
                : (int) whole("--threads", threads, 1, MOST_THREADS);
    }

    /// A whole number of an option.
    static long whole(String option, String word, long least, long most) {
        if (!word.matches("[-+]?[0-9]{1,40}")) {
            throw new InputException(option + " must be a whole number, got \"" + word + "\"");
        }
        BigInteger number = new BigInteger(word);
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            throw new InputException(option + " must be >= " + least + ", got " + word);
        }
        if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new InputException(option + " must be <= " + most + ", got " + word);
        }
        return number.longValueExact();
    }
}
