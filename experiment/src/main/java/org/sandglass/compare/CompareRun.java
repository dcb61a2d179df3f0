package org.sandglass.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sandglass.format.FolderContents;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.format.WholeFolder;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.DocumentWriter;

/// Carries out a comparison: every cell is judged, and tables and data are left in a folder.
///
/// @param spec what to do
/// @param provenance what does it
/// @param progress told after every step
public record CompareRun(CompareSpec spec, Provenance provenance, Progress progress) {
    /// Runs it and writes the folder, which appears whole or not at all.
    ///
    /// @param folder where the results go; an earlier comparison there is replaced
    /// @param showing writes what shows the results
    /// @return what was found out
    /// @throws InputException if the comparison cannot be carried out, or the folder holds something else
    /// @throws IOException if the machine fails
    public CompareResults into(Path folder, CompareResults.Showing showing) throws IOException {
        Plan plan = Plan.of(spec, provenance.pruning());
        try (Workers workers = Workers.of(provenance.threads());
                WholeFolder whole = WholeFolder.at(folder, FolderContents.COMPARISON)) {
            CompareResults results = new CompareResults(
                    spec, provenance, new Judging(spec, workers, new Meter(progress, plan.steps())).of(plan));
            write(results, whole.path(), folder);
            showing.show(results, whole.path());
            whole.commit();
            return results;
        }
    }

    private void write(CompareResults results, Path here, Path folder) throws IOException {
        put(here.resolve("compare.yaml"), DocumentWriter.text(spec.toDocument(), folder.resolve("compare.yaml")));
        put(here.resolve("results.json"), Json.text(results.toDocument()));
        put(here.resolve("table.md"), CompareTable.markdown(results));
        put(here.resolve("table.csv"), CompareTable.csv(results));
    }

    private static void put(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
