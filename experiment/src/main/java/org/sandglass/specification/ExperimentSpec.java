package org.sandglass.specification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// An experiment as data: a mixture, a process, and the samplers to judge. Immutable.
///
/// @param title a line for people, or empty
/// @param mixture the data, or the prior where there is a measurement
/// @param measurement what is known of the points; the law to sample is then the exact posterior
/// @param process how data turn into noise
/// @param seed of all randomness
/// @param count how many points each sampler draws
/// @param exactStart whether samplers start from the exact marginal; otherwise from `N(0, σ² I)`
/// @param samplers of different names; none where only exact laws are shown
/// @param metrics the names of the metrics, as [org.sandglass.metric.Metric#find(String)] takes them
/// @param shown what is drawn
public record ExperimentSpec(
        String title,
        MixtureSpec mixture,
        Optional<MeasurementSpec> measurement,
        ProcessSpec process,
        long seed,
        int count,
        boolean exactStart,
        List<SamplerSpec> samplers,
        List<String> metrics,
        ShownSpec shown) {
    private static final List<String> KEYS = List.of(
            "title",
            "mixture",
            "measurement",
            "process",
            "seed",
            "count",
            "start",
            "grid",
            "final",
            "trajectory",
            "samplers",
            "metrics",
            "data",
            "image",
            "figures");

    /// The metrics of a file that names none.
    private static final List<String> USUAL_METRICS =
            List.of("sliced-w1", "sliced-w2", "mode-weights", "energy-distance");

    private static final int DEFAULT_COUNT = 10_000;

    /// Copies the lists.
    public ExperimentSpec {
        samplers = List.copyOf(samplers);
        metrics = List.copyOf(metrics);
    }

    /// Reads an experiment file.
    ///
    /// @param file the file
    /// @return what it says, with every default
    /// @throws InputException naming file, key and value of the first mistake
    public static ExperimentSpec read(Path file) {
        return read(Documents.read(Source.file(file)));
    }

    private static ExperimentSpec read(Node root) {
        root.known(KEYS);
        ProcessSpec process = ProcessSpec.read(root.get("process"));
        MixtureSpec mixture = MixtureReader.read(root.get("mixture"));
        return new ExperimentSpec(
                root.find("title").map(Node::text).orElse(""),
                mixture,
                root.find("measurement").map(MeasurementSpec::of),
                process,
                root.find("seed")
                        .map(s -> s.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                        .orElse(0L),
                root.find("count").map(c -> c.count(1)).orElse(DEFAULT_COUNT),
                root.find("start")
                        .map(s -> s.word(List.of("exact", "prior")).equals("exact"))
                        .orElse(true),
                samplers(root, process),
                root.find("metrics").map(ExperimentSpec::metrics).orElse(USUAL_METRICS),
                ShownSpec.read(root, mixture, process.schedule()));
    }

    private static List<SamplerSpec> samplers(Node root, ProcessSpec process) {
        if (!root.has("samplers")) {
            return List.of();
        }
        List<Node> nodes = root.get("samplers").items();
        if (nodes.isEmpty()) {
            throw root.get("samplers").error("must not be empty; leave it out to show exact laws alone");
        }
        SamplerSpec.Defaults defaults = new SamplerSpec.Defaults(
                process,
                root.find("grid").map(g -> GridSpec.read(g, process)).orElseGet(() -> GridSpec.uniform(root.where())),
                root.find("final").map(Finale::read).orElse(Finale.NONE),
                root.find("trajectory").map(TrajectorySpec::read).orElseGet(TrajectorySpec.None::new),
                root.has("measurement"));
        Names names = new Names(nodes);
        return nodes.stream()
                .map(node -> SamplerSpec.read(node, defaults, names))
                .toList();
    }

    /// Names of metrics, each once.
    static List<String> metrics(Node node) {
        List<String> metrics = node.items().stream()
                .map(item -> MetricChoice.named(item.text(), item::error).name())
                .toList();
        if (metrics.stream().distinct().count() < metrics.size()) {
            throw node.error("must name each metric once");
        }
        return metrics;
    }

    /// This experiment with another seed.
    ///
    /// @param other the seed
    /// @return all else the same
    public ExperimentSpec withSeed(long other) {
        return new ExperimentSpec(
                title, mixture, measurement, process, other, count, exactStart, samplers, metrics, shown);
    }

    /// This experiment with its figures named.
    ///
    /// @param d the dimension of the mixture
    /// @return all else the same
    public ExperimentSpec withFiguresFor(int d) {
        return new ExperimentSpec(
                title,
                mixture,
                measurement,
                process,
                seed,
                count,
                exactStart,
                samplers,
                metrics,
                shown.with(figures(d)));
    }

    /// The figures that are drawn.
    ///
    /// @param d the dimension of the mixture
    /// @return in the order of the file, their counts filled in
    public List<FigureSpec> figures(int d) {
        return shown.figures().in(space(d), !samplers.isEmpty(), measurement.isPresent()).stream()
                .map(figure -> figure.in(space(d)))
                .toList();
    }

    /// What its points are to the eye.
    ///
    /// @param d the dimension of the mixture
    /// @return how figures show them
    public Space space(int d) {
        return Space.of(d, shown.image().isPresent());
    }

    /// The entries of an experiment file that says the same, with every default that was used.
    ///
    /// @return keys and values in the order of the contract
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            document.put("title", title);
        }
        document.put("mixture", mixture.toDocument());
        measurement.ifPresent(seen -> document.put("measurement", seen.toDocument()));
        document.put("process", process.toDocument());
        document.put("seed", seed);
        document.put("count", count);
        document.put("start", exactStart ? "exact" : "prior");
        if (!samplers.isEmpty()) {
            document.put("samplers", samplers.stream().map(this::written).toList());
        }
        document.put("metrics", metrics);
        shown.write(document);
        return document;
    }

    private SequencedMap<String, Object> written(SamplerSpec sampler) {
        SequencedMap<String, Object> document = sampler.toDocument();
        if (measurement.isPresent()) {
            document.put("guidance", sampler.guidance().word());
        }
        return document;
    }
}
