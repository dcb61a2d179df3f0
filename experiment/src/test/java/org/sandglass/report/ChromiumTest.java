package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report opens in a browser without a word of complaint. The page's policy forbids all requests, and the
/// browser tells of each attempt.
class ChromiumTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path folder;

    @BeforeEach
    void thereIsAChromium() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " here, so no browser opens the report");
    }

    /// What the page became, and what the console said.
    private record Opened(String dom, List<String> console) {}

    private Opened open(Path page) throws IOException, InterruptedException {
        Path out = folder.resolve("dom.html");
        Path err = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        CHROMIUM + "",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri() + "")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("chromium ends within two minutes").isTrue();
        List<String> console = new String(Files.readAllBytes(err), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Opened(Files.readString(out), console);
    }

    @Test
    void aReportWithAnimationsOpensWithoutErrorsOrRequests() throws IOException, InterruptedException {
        Runs.run(Runs.spec(Runs.PLANE, Runs.ALL), folder, 2);
        Opened opened = open(folder.resolve("out/report.html"));
        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).as("the script ran").contains("<div class=\"controls\"><button");
    }

    /// Otherwise the test above would say nothing.
    @Test
    void aPageThatAsksTheNetworkIsFoundOut() throws IOException, InterruptedException {
        Runs.run(Runs.spec(Runs.PLANE, "[]"), folder, 2);
        String page = Files.readString(folder.resolve("out/report.html"))
                .replace("</main>", "<img src=\"http://localhost:1/x.png\" alt=\"\" /></main>");
        Opened opened = open(Files.writeString(folder.resolve("bad.html"), page));
        assertThat(opened.console()).isNotEmpty().anyMatch(line -> line.contains("Content Security Policy"));
    }
}
