package org.sandglass.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sandglass.figure.ErrorFigure;
import org.sandglass.figure.Png;
import org.sandglass.figure.Svg;
import org.sandglass.figure.Theme;
import org.sandglass.format.FolderContents;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.format.WholeFolder;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.DocumentWriter;

/// Carries out a comparison: every cell is judged, and tables, figures and data are left in a folder.
///
/// @param spec what to do
/// @param provenance what does it
/// @param progress told after every step
public record CompareRun(CompareSpec spec, Provenance provenance, Progress progress) {
    /// Pixels of the picture for a pixel of the figure.
    private static final double PIXELS = 2;

    /// Runs it and writes the folder, which appears whole or not at all.
    ///
    /// @param folder where the results go; an earlier comparison there is replaced
    /// @return what was found out
    /// @throws InputException if the comparison cannot be carried out, or the folder holds something else
    /// @throws IOException if the machine fails
    public CompareResults into(Path folder) throws IOException {
        Plan plan = Plan.of(spec, provenance.pruning());
        try (Workers workers = Workers.of(provenance.threads());
                WholeFolder whole = WholeFolder.at(folder, FolderContents.COMPARISON)) {
            CompareResults results = new CompareResults(
                    spec, provenance, new Judging(spec, workers, new Meter(progress, plan.steps())).of(plan));
            write(results, whole.path(), folder);
            whole.commit();
            return results;
        }
    }

    private void write(CompareResults results, Path here, Path folder) throws IOException {
        put(here.resolve("compare.yaml"), DocumentWriter.text(spec.toDocument(), folder.resolve("compare.yaml")));
        put(here.resolve("results.json"), Json.text(results.toDocument()));
        put(here.resolve("table.md"), CompareTable.markdown(results));
        put(here.resolve("table.csv"), CompareTable.csv(results));
        draw(results, here);
    }

    /// The PNG is left out where the machine has no fonts for it.
    private static void draw(CompareResults results, Path here) throws IOException {
        Optional<ErrorFigure> figure = ErrorFigures.of(results);
        if (figure.isPresent()) {
            Path figures = Files.createDirectory(here.resolve("figures"));
            String svg = Svg.text(figure.get(), Theme.LIGHT);
            put(figures.resolve("error.svg"), svg);
            if (Png.missing().isEmpty()) {
                Files.write(figures.resolve("error.png"), Png.bytes(svg, PIXELS));
            }
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
