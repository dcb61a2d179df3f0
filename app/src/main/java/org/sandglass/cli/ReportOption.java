package org.sandglass.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.sandglass.format.InputException;
import org.sandglass.report.ReportPage;
import picocli.CommandLine.Option;

/// A page beside the results.
final class ReportOption {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a self-contained HTML page with figures: FILE.html.")
    private String file = "";

    boolean isGiven() {
        return !file.isEmpty();
    }

    /// Refuses a suffix that no page has, before any work.
    void check() {
        if (isGiven() && !file.toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new InputException("--report: " + file + " needs the suffix .html");
        }
    }

    /// Writes the page, if one is wanted.
    void write(Supplier<ReportPage> page) throws IOException {
        if (isGiven()) {
            page.get().write(Path.of(file));
        }
    }
}
