package org.sandglass.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sandglass.mixture.Pruning;
import org.sandglass.run.Evidence;
import org.sandglass.run.ExperimentRun;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.specification.ExperimentSpec;

/// Small runs with all figures.
final class Runs {
    static final String LINE = "{weights: [0.4, 0.6], means: [[-1], [1.5]], stds: [0.3, 0.5]}";
    static final String PLANE = "{weights: [0.4, 0.6], means: [[-1, 0], [1.5, 0.5]], std: 0.5}";
    static final String SPACE = "{means: [[-1, 0, 0], [1, 1, 0]], std: 0.5}";
    static final String ALL =
            "[density, diffusion, forward, marginals, samples, trajectories, evolution, modes, errors, animation]";

    private Runs() {}

    static String spec(String mixture, String figures) {
        return "title: Small & quick <run>\nmixture: " + mixture
                + "\nprocess: vp-linear\ncount: 1500\nsamplers: [{type: euler-maruyama, steps: 12},"
                + " {type: heun, steps: 6}]\nmetrics: [sliced-w1, mode-weights]\n"
                + (figures.isEmpty() ? "" : "figures: " + figures + "\n");
    }

    /// Runs it into `folder/out`, and says what was complained of.
    static List<String> run(String spec, Path folder, int threads) throws IOException {
        List<String> complaints = new ArrayList<>();
        run(spec, folder, threads, new RunReport(complaints::add));
        return complaints;
    }

    static void run(String spec, Path folder, int threads, Evidence.Showing showing) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
        ExperimentSpec experiment = ExperimentSpec.read(file);
        Provenance provenance = Provenance.here("test", experiment.seed(), threads, Pruning.AUTOMATIC);
        new ExperimentRun(experiment, provenance, Progress.QUIET).into(folder.resolve("out"), showing);
    }

    static Html page(Path folder) throws IOException {
        return Html.of(Files.readString(folder.resolve("out/report.html")));
    }

    /// The names of the files of figures.
    static List<String> figures(Path folder) throws IOException {
        Path figures = folder.resolve("out/figures");
        if (!Files.exists(figures)) {
            return List.of();
        }
        try (var files = Files.list(figures)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
