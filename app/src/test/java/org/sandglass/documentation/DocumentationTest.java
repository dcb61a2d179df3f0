package org.sandglass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// README and docs: their Java runs, their links lead somewhere.
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("^```\n(echo .*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    Path temporary;

    @Test
    void theLibraryExampleOfTheReadmeRuns() throws Exception {
        List<String> blocks = matches(JAVA, ROOT.resolve("README.md"));
        assertThat(blocks).hasSize(1);
        Path source = Files.writeString(temporary.resolve("Readme.java"), blocks.getFirst());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "--class-path", System.getProperty("java.class.path"), source.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).doesNotContain("NaN").hasLineCount(3);
    }

    /// The block of commands that begins by writing points: the verbs run as a shell would, in a folder of
    /// their own.
    @Test
    void theCommandsOfTheReadmeRun() throws Exception {
        String block = matches(COMMANDS, ROOT.resolve("README.md")).getFirst();
        String classPath = System.getProperty("java.class.path");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String sandglass =
                "set -e\nsandglass() { '%s' -cp '%s' org.sandglass.cli.Main \"$@\"; }\n".formatted(java, classPath);
        Process process = new ProcessBuilder("bash", "-c", sandglass + block.replace("./sandglass", "sandglass"))
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("score", "denoised");
        assertThat(temporary.resolve("seen.yaml")).content().contains("log-evidence");
    }

    @TestFactory
    Stream<DynamicTest> everyRelativeLinkLeadsSomewhere() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), top()).toList().stream()
                    .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> checkLinks(page)));
        }
    }

    private static Stream<Path> top() {
        return Stream.of("README.md", "CHANGELOG.md").map(ROOT::resolve);
    }

    private static void checkLinks(Path page) throws IOException {
        assertThat(matches(LINK, page))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
