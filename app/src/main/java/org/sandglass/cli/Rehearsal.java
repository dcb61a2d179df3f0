package org.sandglass.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Small commands of every kind, run once in one JVM: the launcher makes an archive of the classes that they
/// load.
public final class Rehearsal {
    private static final String POINTS = "1,-1\n0.5,2\n";
    private static final String MEASUREMENT = "{operator: [[1, 0]], y: [1.5], noise-std: 0.2}\n";
    private static final String EXPERIMENT = """
            mixture: {weights: [0.3, 0.7], means: [[-2, 0], [2, 0]], std: 0.5}
            process: {type: vp-linear}
            count: 50
            samplers: [{type: euler-maruyama, steps: 3}, {type: ddim, steps: 3}]
            metrics: [sliced-w1, mode-weights]
            """;

    private static final String COMPARISON = """
            mixture: {weights: [0.3, 0.7], means: [[-2, 0], [2, 0]], std: 0.5}
            process: vp-linear
            samplers: [ddim, dpm-solver++-2m]
            steps: [2, 4]
            count: 50
            """;

    /// The command lines, `@` for the folder.
    private static final String SCENES = """
            --version
            targets
            eval --mixture gmm40-fab --points @/points.csv
            eval --mixture nine --process vp-linear --time 0.5 --points @/points.csv --quantities denoised -o @/e.npz
            sample --mixture nine --process vp-linear --time 0.5 -n 10 -o @/s.npz
            diffuse --mixture nine --process vp-linear --time 0.5 -o @/diffused.yaml
            posterior --mixture nine --measurement @/measurement.yaml -o @/posterior.yaml
            metrics --mixture nine --samples @/points.csv -o @/metrics.json
            likelihood --mixture nine --process vp-linear --points @/points.csv -o @/l.npz
            run @/experiment.yaml -o @/run
            compare @/comparison.yaml -o @/compare
            """;

    private Rehearsal() {}

    /// Runs them, and ends with the largest of their exit codes.
    ///
    /// @param args an empty folder, which holds what they wrote afterwards
    /// @throws IOException if it cannot be written to
    public static void main(String[] args) throws IOException {
        System.exit(play(Path.of(args[0])));
    }

    /// Runs them in this JVM.
    ///
    /// @param folder an empty folder
    /// @return the largest of their exit codes, 0 if all went well
    /// @throws IOException if the folder cannot be written to
    static int play(Path folder) throws IOException {
        Files.writeString(folder.resolve("points.csv"), POINTS);
        Files.writeString(folder.resolve("measurement.yaml"), MEASUREMENT);
        Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
        Files.writeString(folder.resolve("comparison.yaml"), COMPARISON);
        return SCENES.lines().mapToInt(scene -> play(scene, folder)).max().orElseThrow();
    }

    private static int play(String scene, Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        String[] words = Arrays.stream(scene.split(" "))
                .map(word -> word.replace("@", folder.toString()))
                .toArray(String[]::new);
        return Main.run(words, nowhere, nowhere);
    }
}
