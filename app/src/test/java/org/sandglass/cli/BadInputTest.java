package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every mistake of the caller's is told in one line that names file, key and value, ends with code 2, and
/// writes nothing.
class BadInputTest {
    private static final String TABLE = "/bad-input.txt";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> badInputIsToldInOneLineAndWritesNothing() throws IOException {
        prepare();
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.command + " → " + c.message, () -> check(c)));
    }

    private record Case(String command, String message) {}

    private void check(Case c) throws IOException {
        List<Path> before = all();
        Ran ran = Ran.of(words(c.command));
        assertThat(ran.complaint().replace(folder + "/", "")).isEqualTo("sandglass: " + c.message);
        assertThat(ran.err().lines().count()).as("lines of complaint and hint").isLessThanOrEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(all()).as("files").isEqualTo(before);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    /// Splits at spaces outside of braces, and puts the folder in front of words that begin with `@`.
    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (char c : (command + " ").toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ' ' && depth == 0) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words.stream()
                .map(w -> w.startsWith("@") ? folder + "/" + w.substring(1) : w)
                .toArray(String[]::new);
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        String command = "";
        for (String line : resource().lines().toList()) {
            if (line.startsWith("$ ")) {
                command = line.substring(2);
            } else if (line.startsWith("! ")) {
                cases.add(new Case(command, line.substring(2)));
            }
        }
        return cases;
    }

    private static String resource() throws IOException {
        try (var in = BadInputTest.class.getResourceAsStream(TABLE)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The files that the table speaks of.
    private void prepare() throws IOException {
        resource().lines().filter(line -> line.startsWith("% ")).forEach(line -> {
            String[] parts = line.substring(2).split(" ", 2);
            write(parts[0], parts[1].replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        });
        Files.createDirectory(folder.resolve("folder.npy"));
        Files.createDirectory(folder.resolve("mine"));
        write("mine/diary.txt", "dear diary".getBytes(StandardCharsets.UTF_8));
        byte[] npy = npy("<f8", "(2, 2)", 32);
        write("good.npy", npy);
        write("cut.npy", java.util.Arrays.copyOf(npy, npy.length - 5));
        write("text.npy", npy("<U4", "(2, 2)", 64));
        write("cube.npy", npy("<f8", "(2, 2, 2)", 64));
        write("wide.npy", npy("<f8", "(2, 3)", 48));
        write("list.npy", npy("<f8", "(2,)", 16));
        byte[] nan = npy("<f8", "(2, 2)", 32);
        nan[nan.length - 1] = 0x7f;
        nan[nan.length - 2] = (byte) 0xf8;
        write("nan.npy", nan);
        nan[nan.length - 2] = (byte) 0xf0;
        write("inf.npy", nan);
        write("not.npz", "not a zip".getBytes(StandardCharsets.UTF_8));
        write("latin.yaml", new byte[] {'t', (byte) 0xe9});
    }

    private static byte[] npy(String type, String shape, int bytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        byte[] text = padded.getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[10 + text.length + bytes];
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)};
        System.arraycopy(magic, 0, out, 0, 10);
        System.arraycopy(text, 0, out, 10, text.length);
        return out;
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
