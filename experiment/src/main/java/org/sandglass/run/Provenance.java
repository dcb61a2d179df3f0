package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.sandglass.linalg.Arithmetic;
import org.sandglass.mixture.Pruning;

/// What made a result: the program, the machine, the seed.
///
/// @param version of Sandglass
/// @param java the runtime's version and vendor
/// @param os name, version and architecture
/// @param cpu the processor's name and how many the JVM sees
/// @param arrayOperations which loops computed, and why
/// @param seed of all randomness
/// @param threads how many computed; the numbers do not depend on it
/// @param pruning whether components that cannot matter were left out
/// @param date when it began, UTC
public record Provenance(
        String version,
        String java,
        String os,
        String cpu,
        String arrayOperations,
        long seed,
        int threads,
        Pruning pruning,
        Instant date) {
    /// The provenance of what this JVM makes now.
    ///
    /// @param version of Sandglass
    /// @param seed of all randomness
    /// @param threads how many compute
    /// @param pruning whether components that cannot matter are left out
    /// @return with everything else looked up
    public static Provenance here(String version, long seed, int threads, Pruning pruning) {
        return new Provenance(
                version,
                javaHere(),
                osHere(),
                cpuHere(),
                Arithmetic.choice(),
                seed,
                threads,
                pruning,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /// The Java runtime.
    ///
    /// @return as in `25.0.1+8 (Eclipse Adoptium)`
    public static String javaHere() {
        return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    }

    /// The operating system.
    ///
    /// @return as in `Linux 6.1 amd64`
    public static String osHere() {
        return String.join(
                " ", System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
    }

    /// The processor, by name where the system tells.
    ///
    /// @return as in `AMD EPYC 7B13, 2 processors`
    public static String cpuHere() {
        int count = Runtime.getRuntime().availableProcessors();
        return cpuName() + ", " + count + (count == 1 ? " processor" : " processors");
    }

    private static String cpuName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException | java.io.UncheckedIOException _) {
            return System.getProperty("os.arch");
        }
    }

    /// The entries for `results.json`.
    ///
    /// @return keys and values
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("version", version);
        document.put("java", java);
        document.put("os", os);
        document.put("cpu", cpu);
        document.put("array-operations", arrayOperations);
        document.put("seed", seed);
        document.put("threads", threads);
        document.put("pruning", pruning == Pruning.OFF ? "off" : "auto");
        document.put("date", date.toString());
        return document;
    }
}
