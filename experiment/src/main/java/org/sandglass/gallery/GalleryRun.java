package org.sandglass.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.sandglass.format.FolderContents;
import org.sandglass.format.InputException;
import org.sandglass.format.WholeFolder;
import org.sandglass.report.Block;
import org.sandglass.report.RunReport;
import org.sandglass.run.Evidence;
import org.sandglass.run.ExperimentRun;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.specification.DocumentWriter;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.GallerySpec;

/// Runs all experiments of a gallery, each into a folder of its own, and writes the page that shows their figures.
///
/// @param spec what to show
/// @param provenance what does it, by the seed of an experiment
/// @param progress told after every step of every sampler
/// @param complaints told in a line what could not be made, as PNG on a machine without fonts
public record GalleryRun(
        GallerySpec spec, LongFunction<Provenance> provenance, Progress progress, Consumer<String> complaints) {
    /// Steps that the figures of an experiment count for.
    private static final int FIGURES = 500;

    /// Runs it and writes the folder, which appears whole or not at all.
    ///
    /// @param folder where it goes; an earlier gallery there is replaced
    /// @throws InputException if an experiment cannot be carried out, or the folder holds something else
    /// @throws IOException if the machine fails
    public void into(Path folder) throws IOException {
        try (WholeFolder whole = WholeFolder.at(folder, FolderContents.GALLERY)) {
            List<Shown> shown = new ArrayList<>();
            RunReport report = new RunReport(once(complaints));
            long before = 0;
            for (GallerySpec.Group group : groups().toList()) {
                shown.add(run(group, report, before, whole.path(), folder));
                before += work(group.experiment());
                progress.at(before, total(), group.name());
            }
            String html = new GalleryPage(spec, shown).page().html();
            Files.writeString(whole.path().resolve("index.html"), html, StandardCharsets.UTF_8);
            String copy = DocumentWriter.text(spec.toDocument(), folder.resolve("gallery.yaml"));
            Files.writeString(whole.path().resolve("gallery.yaml"), copy, StandardCharsets.UTF_8);
            whole.commit();
        }
    }

    private Stream<GallerySpec.Group> groups() {
        return spec.parts().stream().flatMap(part -> part.groups().stream());
    }

    private long total() {
        return groups().mapToLong(group -> work(group.experiment())).sum();
    }

    private static long work(ExperimentSpec experiment) {
        return FIGURES
                + experiment.samplers().stream()
                        .mapToLong(sampler -> sampler.grid().steps())
                        .sum();
    }

    /// What is missing on a machine is missing for every experiment.
    private static Consumer<String> once(Consumer<String> complaints) {
        Set<String> said = new HashSet<>();
        return what -> {
            if (said.add(what)) {
                complaints.accept(what);
            }
        };
    }

    private Shown run(GallerySpec.Group group, RunReport report, long before, Path folder, Path later)
            throws IOException {
        List<Shown> shown = new ArrayList<>();
        Evidence.Showing showing = (evidence, into, workers) -> shown.add(
                new Shown(group, report.shown(evidence, into, workers), new PrintedNumbers(group, evidence).table()));
        Progress part = (done, _, what) -> progress.at(before + done, total(), group.name() + " " + what);
        try {
            new ExperimentRun(
                            group.experiment(),
                            provenance.apply(group.experiment().seed()),
                            part)
                    .into(folder.resolve(group.name()), later.resolve(group.name()), showing);
        } catch (InputException e) {
            throw new InputException(group.name() + ": " + e.getMessage());
        }
        return shown.getFirst();
    }

    /// What a group has to show.
    record Shown(GallerySpec.Group group, RunReport.Shown figures, Optional<Block> numbers) {}
}
