package org.sandglass.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The script `bench/run`, as far as it goes without measuring.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a bash script")
class RunScriptTest {
    private static final Pattern LINE = Pattern.compile("^(?:PYTHON=\\S+ )?bench/run(.*)$", Pattern.MULTILINE);

    @Test
    void helpNamesEveryOptionThatTheReadmeUses() throws Exception {
        String help = started(0, "--help");
        List<String> lines = LINE.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .flatMap(line -> Arrays.asList(line.strip().split(" ")))
                .filteredOn(word -> word.startsWith("-"))
                .allSatisfy(option -> assertThat(help).contains("\n  " + option));
    }

    @Test
    void anUnknownOptionIsRefused() throws Exception {
        assertThat(started(2, "--fast")).isEqualTo("bench/run: unknown option \"--fast\"; see --help\n");
        assertThat(started(2, "--only")).isEqualTo("bench/run: --only needs a word after it; see --help\n");
    }

    private static String started(int code, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "run"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(code);
        return output;
    }
}
