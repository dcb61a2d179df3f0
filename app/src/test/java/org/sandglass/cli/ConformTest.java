package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The verb `conform`: the contract with the other program, from both sides.
class ConformTest {
    private static final String TWO = "{weights: [0.3, 0.7], means: [[-2, 0], [2, 0]], std: 0.5}";
    private static final Path EXAMPLES = Path.of("..", "examples", "conform");

    @Test
    void aRightProgramThatAsksPasses() {
        Ran ran = conform(child("each"), "--steps", "4", "--order", "1", "--evaluations", "1", "-n", "300");
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("4 evaluations of each point in 4 steps")
                .contains("every step: DDIM")
                .contains("a right sampler fails with odds of");
        assertThat(ran.err()).as("standard error is passed on").contains("child at work");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aWrongProgramFailsWithTheReason() {
        Ran ran = conform(child("no-alpha"), "--steps", "4", "-n", "300", "--format", "json");
        assertThat(ran.code()).isEqualTo(3);
        JsonNode document = new JsonMapper().readTree(ran.out());
        assertThat(document.get("passes").booleanValue()).isFalse();
        JsonNode steps = document.get("verdicts")
                .valueStream()
                .filter(verdict -> verdict.get("check").stringValue().equals("steps"))
                .findFirst()
                .orElseThrow();
        assertThat(steps.get("outcome").stringValue()).isEqualTo("fail");
        assertThat(steps.get("sentence").stringValue()).contains("x̂₀ is not multiplied by α");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fail         | ended with exit code 5 when asked for 2 steps
            nothing      | has written no file to --out (x.npy)
            wide         | its samples (x.npy) must have the shape [64, 2] of the noise, got [64, 3]
            nan          | its samples (x.npy) are not finite with 2 steps: row 0 is
            chatter      | its standard output: is not a .npy file
            die          | ended with exit code 7 in mid-sentence
            one-question | its last question has points but no times
            late         | asks about t = 1.5, the process is from 0 to 1.0
            """)
    void aBrokenContractIsToldInOneLine(String how, String words) {
        Ran ran = conform(child(how));
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(complaints(ran)).hasSize(1).first().asString().contains(words);
        assertThat(ran.out()).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aProgramThatHangsIsStopped() {
        long begin = System.nanoTime();
        Ran ran = conform(child("hang"), "--timeout", "2");
        assertThat(complaints(ran)).first().asString().contains("did not end within 2 seconds and was stopped");
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(60);
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .map(ProcessHandle::info)
                        .filter(info -> info.commandLine().orElse("").contains("ChildSampler")))
                .isEmpty();
    }

    @Test
    void aProgramThatIsNotThereIsTold() {
        Ran ran = conform(List.of("/no/such/program"));
        assertThat(complaints(ran)).first().asString().contains("/no/such/program: cannot be started");
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
    }

    @Test
    void thePythonExampleThatAsksPasses() {
        requirePython();
        Ran ran = conform(List.of("python3", EXAMPLES.resolve("ddim.py").toString()), "--steps", "5", "-n", "300");
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("every step: DDIM");
        assertThat(EXAMPLES.resolve("ddim.py"))
                .content()
                .satisfies(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(25));
    }

    @Test
    void thePythonExampleThatEvaluatesByItselfPasses() {
        requirePython();
        Ran ran = conform(List.of("python3", EXAMPLES.resolve("euler_own.py").toString()), "--steps", "5", "-n", "300");
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains("not counted: the sampler evaluates by itself");
    }

    private static Ran conform(List<String> command, String... options) {
        List<String> words = new ArrayList<>(List.of("conform", "--mixture", TWO, "--process", "flow"));
        words.addAll(List.of(options));
        words.add("--");
        words.addAll(command);
        return Ran.of(words.toArray(String[]::new));
    }

    /// This JVM's own tests as another program.
    private static List<String> child(String how) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildSampler.class.getName(),
                how);
    }

    private static List<String> complaints(Ran ran) {
        return ran.err().lines().filter(line -> line.startsWith("sandglass: ")).toList();
    }

    private static List<Path> leftovers() {
        String ours = "sandglass-conform-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(ours))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void requirePython() {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
        } catch (IOException | InterruptedException _) {
            there = false;
        }
        assumeTrue(there, "python3 with numpy is not here, and the build does not need it");
    }
}
