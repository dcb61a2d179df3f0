package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same seed gives the same bytes in any JVM: with the vector module and without, interpreted and compiled,
/// on any number of threads.
class SampleBytesTest {
    private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");

    private static String expected;

    @BeforeAll
    static void sampleHere() {
        expected = SampleBytes.digest(1);
    }

    @Test
    void threadsDoNotChangeThem() {
        assertThat(SampleBytes.digest(2)).isEqualTo(expected);
        assertThat(SampleBytes.digest(3)).isEqualTo(expected);
    }

    @Test
    void theModuleOfVectorsDoesNotChangeThem() throws IOException, InterruptedException {
        assertThat(sampledIn(List.of(), 2)).satisfies(lines -> {
            assertThat(lines.getFirst()).contains("plain").contains("not present");
            assertThat(lines.getLast()).isEqualTo(expected);
        });
    }

    @Test
    void plainAndVectorArrayOperationsGiveTheSame() throws IOException, InterruptedException {
        for (String choice : List.of("plain", "vector")) {
            List<String> flags = new ArrayList<>(VECTOR);
            flags.add("-Dsandglass.arrayops=" + choice);
            List<String> lines = sampledIn(flags, 1);
            assertThat(lines.get(lines.size() - 2)).startsWith(choice);
            assertThat(lines.getLast()).isEqualTo(expected);
        }
    }

    @Test
    void compilationDoesNotChangeThem() throws IOException, InterruptedException {
        assertThat(sampledIn(List.of("-XX:TieredStopAtLevel=1"), 2).getLast()).isEqualTo(expected);
    }

    private static List<String> sampledIn(List<String> flags, int threads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), SampleBytes.class.getName(), Integer.toString(threads)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    /// Everything this JVM sees, on the class path.
    private static String classPath() {
        Path target = Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target");
        return String.join(
                File.pathSeparator,
                Arrays.asList(
                        target.resolve("classes").toString(),
                        target.resolve("test-classes").toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path")));
    }
}
