package org.sandglass.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How long does a person at a terminal wait for a small answer? Starts the command many times, and prints a
/// line for each: what, best and median milliseconds till the answer and till the end.
///
/// The JVM is started by the command that the launcher would start, without the launcher; then the launcher
/// as well.
public final class Startup {
    private Startup() {}

    /// Measures.
    ///
    /// @param args the folder of the launcher, and how often to start each
    /// @throws IOException if something cannot be started
    /// @throws InterruptedException if interrupted
    public static void main(String[] args) throws IOException, InterruptedException {
        String launcher = Path.of(args[0], "sandglass").toString();
        int repeats = Integer.parseInt(args[1]);
        Path point = Files.writeString(Files.createTempFile("sandglass-", ".csv"), "1,-1\n");
        try {
            List<String> eval = List.of("eval", "--mixture", "gmm40-fab", "--points", point.toString());
            for (List<String> words : List.of(List.of("--version"), List.of("targets"), eval)) {
                System.out.println(row("JVM: " + words.getFirst(), javaCommand(launcher, words), repeats));
            }
            System.out.println(row("launcher: eval", joined(launcher, eval), repeats));
        } finally {
            Files.delete(point);
        }
    }

    private static List<String> joined(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /// What the launcher would start.
    private static List<String> javaCommand(String launcher, List<String> words)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(joined(launcher, words));
        builder.environment().put("SANDGLASS_SHOW_COMMAND", "1");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String command = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        require(process, launcher);
        return command.lines().toList();
    }

    private static String row(String what, List<String> command, int repeats) throws IOException, InterruptedException {
        double[] answer = new double[repeats];
        double[] end = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            time(command, i, answer, end);
        }
        Arrays.sort(answer);
        Arrays.sort(end);
        return String.format(
                java.util.Locale.ROOT,
                "%s | %.0f | %.0f | %.0f | %.0f",
                what,
                answer[0],
                answer[repeats / 2],
                end[0],
                end[repeats / 2]);
    }

    private static void time(List<String> command, int i, double[] answer, double[] end)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            out.read();
            answer[i] = (System.nanoTime() - begin) * 1e-6;
            out.transferTo(java.io.OutputStream.nullOutputStream());
        }
        require(process, command.getFirst());
        end[i] = (System.nanoTime() - begin) * 1e-6;
    }

    private static void require(Process process, String command) throws IOException, InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
    }
}
