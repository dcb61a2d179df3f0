package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SequencedMap;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.Format;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.format.WholeFile;
import org.sandglass.run.PointEvaluation;
import org.sandglass.specification.DocumentWriter;
import picocli.CommandLine.Option;

/// Where results go.
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write, whole or not at all; without it, JSON on standard output.")
    private String file = "";

    boolean isGiven() {
        return !file.isEmpty();
    }

    /// Whether the result is to be JSON, on standard output or in a file.
    boolean isJson() {
        return isStandard() || file.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /// Whether results go to a file, and not to standard output.
    boolean isFile() {
        return !isStandard();
    }

    /// Refuses a suffix that no mixture file has, before any work.
    void requireMixtureFile() {
        if (isFile() && !file.toLowerCase(Locale.ROOT).matches(".*\\.(ya?ml|json)")) {
            throw new InputException(file + ": has no known suffix, a mixture file needs .yaml, .yml or .json");
        }
    }

    /// The file that results go to.
    Path path() {
        return Path.of(file);
    }

    private boolean isStandard() {
        return file.isEmpty() || file.equals("-");
    }

    /// Arrays, in the format that the suffix names.
    PointEvaluation.Target arrays(Console console) {
        if (isStandard()) {
            return layout -> ArrayFiles.print(console.out(), layout);
        }
        Format.of(Path.of(file));
        return layout -> ArrayFiles.create(Path.of(file), layout);
    }

    /// A mixture file.
    void write(SequencedMap<String, Object> document, Console console) throws IOException {
        if (isStandard()) {
            console.out().print(Json.text(document));
            return;
        }
        requireMixtureFile();
        WholeFile.write(Path.of(file), DocumentWriter.text(document, Path.of(file)));
    }

    /// Refuses a file that is not for JSON.
    void requireJson() {
        if (!isStandard() && !file.toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new InputException(file + ": needs the suffix .json, for these results are JSON");
        }
    }

    /// A document as strict JSON.
    void writeJson(SequencedMap<String, Object> document, Console console) throws IOException {
        if (isStandard()) {
            console.out().print(Json.text(document));
        } else {
            WholeFile.write(Path.of(file), Json.text(document));
        }
    }
}
