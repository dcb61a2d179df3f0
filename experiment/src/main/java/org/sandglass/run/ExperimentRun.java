package org.sandglass.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.FolderContents;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.format.WholeFolder;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Metric;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.DocumentWriter;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.FigureKind;
import org.sandglass.specification.FigureSpec;
import org.sandglass.specification.SamplerSpec;

/// Carries out an experiment: every sampler draws, is judged against the exact law, and leaves its points in
/// a folder.
///
/// Each sampler has random streams of its own, named after it, so what it draws depends on the seed, its
/// name and its settings alone: not on other samplers, nor on the number of threads.
///
/// @param spec what to do
/// @param provenance what does it
/// @param progress told after every step of every sampler
public record ExperimentRun(ExperimentSpec spec, Provenance provenance, Progress progress) {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /// Figures that show more of the paths than their end.
    private static final Set<FigureKind> OF_PATHS =
            EnumSet.of(FigureKind.TRAJECTORIES, FigureKind.EVOLUTION, FigureKind.ANIMATION);

    /// Runs it and writes the folder, which appears whole or not at all.
    ///
    /// @param folder where the results go; an earlier run there is replaced
    /// @param showing writes what shows the results
    /// @return what came of each sampler, in the order of the file
    /// @throws InputException if the experiment cannot be carried out, or the folder holds something else
    /// @throws IOException if the machine fails
    public List<SamplerResult> into(Path folder, Evidence.Showing showing) throws IOException {
        return into(folder, folder, showing);
    }

    /// Runs it inside another folder in the making.
    ///
    /// @param folder where the results go; an earlier run there is replaced
    /// @param later where that folder will stand in the end, for relative paths in the written copy
    /// @param showing writes what shows the results
    /// @return what came of each sampler, in the order of the file
    /// @throws InputException if the experiment cannot be carried out, or the folder holds something else
    /// @throws IOException if the machine fails
    public List<SamplerResult> into(Path folder, Path later, Evidence.Showing showing) throws IOException {
        GaussianMixture mixture = spec.mixture().resolve().only("run").withPruning(provenance.pruning());
        Optional<Evidence.Given> given =
                spec.measurement().map(seen -> Evidence.Given.of(mixture, seen.of(mixture.d())));
        DiffusedMixture law = new DiffusedMixture(
                given.map(known -> known.posterior().mixture()).orElse(mixture),
                spec.process().schedule());
        requireFits(law.d());
        ExperimentSpec complete = spec.withFiguresFor(law.d());
        Optional<Evidence.Data> data = data(law.d());
        try (Workers workers = Workers.of(provenance.threads());
                WholeFolder whole = WholeFolder.at(folder, FolderContents.RUN)) {
            List<Evidence.OfSampler> samplers = draw(law, given, workers, whole.path());
            List<SamplerResult> results =
                    samplers.stream().map(Evidence.OfSampler::result).toList();
            String copy = DocumentWriter.text(complete.toDocument(), later.resolve("experiment.yaml"));
            Files.writeString(whole.path().resolve("experiment.yaml"), copy, StandardCharsets.UTF_8);
            Files.writeString(
                    whole.path().resolve("results.json"), Json.text(document(results)), StandardCharsets.UTF_8);
            showing.show(new Evidence(complete, law, given, data, provenance, samplers), whole.path(), workers);
            whole.commit();
            return results;
        }
    }

    /// All points of a sampler are one array.
    private void requireFits(int d) {
        int most = LONGEST_ARRAY / d;
        if (spec.count() > most) {
            throw new InputException("count must be <= " + most + " in " + d + " dimensions, got " + spec.count());
        }
    }

    /// The data to show, in the dimension of the mixture; what shows points must suit it too.
    private Optional<Evidence.Data> data(int d) {
        spec.shown().image().ifPresent(image -> image.requireFits(d));
        boolean wanted = spec.figures(d).stream().anyMatch(figure -> figure.kind() == FigureKind.DATA);
        if (wanted && spec.shown().data().isEmpty()) {
            throw new InputException("figures: data needs the key data, a file of points");
        }
        boolean any = !spec.figures(d).isEmpty();
        return spec.shown().data().filter(_ -> any).map(reference -> {
            Points points = reference.points();
            if (points.d() != d) {
                throw new InputException(
                        "data: must have " + d + " columns as the mixture has dimensions, got " + points.d());
            }
            return new Evidence.Data(points, reference.names());
        });
    }

    private List<Evidence.OfSampler> draw(
            DiffusedMixture law, Optional<Evidence.Given> given, Workers workers, Path folder) throws IOException {
        RandomStreams root = RandomStreams.of(spec.seed());
        List<Metric> metrics = spec.metrics().stream()
                .flatMap(name -> Metric.find(name).stream())
                .toList();
        Judge judge = new Judge(law, metrics, spec.count(), child(root, "judge"), workers);
        SamplerRun run =
                new SamplerRun(law, given, spec.exactStart() ? Start.EXACT : Start.PRIOR, spec.count(), workers);
        spec.samplers().forEach(sampler -> judge.requireSuitable(sampler.grid().to()));
        long total = spec.samplers().stream().mapToLong(s -> s.grid().steps()).sum();
        boolean ofPaths = spec.figures(law.d()).stream().map(FigureSpec::kind).anyMatch(OF_PATHS::contains);
        List<Evidence.OfSampler> samplers = new ArrayList<>();
        long before = 0;
        for (SamplerSpec sampler : spec.samplers()) {
            long done = before;
            RandomStreams streams = child(root, "sampler " + sampler.name());
            SamplerRun.Drawn drawn =
                    run.draw(sampler, streams, (step, _) -> progress.at(done + step, total, sampler.name()), folder);
            before += sampler.grid().steps();
            Points kept = Evidence.kept(drawn.points());
            Trajectory paths = ofPaths
                    ? run.paths(sampler, streams)
                    : new Trajectory(List.of(sampler.grid().to()), List.of(kept), drawn.evaluations());
            samplers.add(new Evidence.OfSampler(sampler, judged(judge, sampler, drawn), kept, paths));
        }
        return samplers;
    }

    private static SamplerResult judged(Judge judge, SamplerSpec sampler, SamplerRun.Drawn drawn) {
        double last = sampler.grid().to();
        return new SamplerResult(
                sampler.name(),
                drawn.evaluations(),
                drawn.seconds(),
                judge.atTime(last, drawn.points()),
                judge.againstData(last, drawn.points()));
    }

    private static RandomStreams child(RandomStreams root, String purpose) {
        return RandomStreams.of(root.stream(purpose).nextLong());
    }

    private SequencedMap<String, Object> document(List<SamplerResult> results) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        if (!spec.title().isEmpty()) {
            document.put("title", spec.title());
        }
        document.put("provenance", provenance.toDocument());
        document.put("count", spec.count());
        document.put("samplers", results.stream().map(SamplerResult::toDocument).toList());
        return document;
    }
}
