package org.sandglass.specification;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// A comparison as data: every solver on every mixture, process and grid, with more and more work. Immutable.
///
/// @param title a line for people, or empty
/// @param mixtures the data, each with a name
/// @param settings the processes, each with its grids
/// @param solvers the rules, each with a name
/// @param budget how many steps or evaluations
/// @param ownSteps the numbers of steps of rules that have their own, by their names
/// @param exactStart whether samplers start from the exact marginal; otherwise from `N(0, σ² I)`
/// @param finale what happens after the last time of a grid
/// @param count how many points are drawn where the error is estimated by drawing
/// @param repeats how many times it is
/// @param seed of all randomness
/// @param metrics names of metrics; the first one is the error where draws must tell it
public record CompareSpec(
        String title,
        List<Named<MixtureSpec>> mixtures,
        List<GridChoice> settings,
        List<Named<SolverSpec>> solvers,
        Budget budget,
        SequencedMap<String, List<Integer>> ownSteps,
        boolean exactStart,
        Finale finale,
        int count,
        int repeats,
        long seed,
        List<String> metrics) {
    private static final List<String> KEYS = List.of(
            "title",
            "mixture",
            "mixtures",
            "process",
            "processes",
            "samplers",
            "steps",
            "evaluations",
            "grid",
            "grids",
            "start",
            "final",
            "count",
            "repeats",
            "seed",
            "metrics");

    private static final List<String> USUAL_METRICS = List.of("sliced-w2", "mode-weights");

    private static final int DEFAULT_COUNT = 10_000;

    /// Something with a name.
    ///
    /// @param name unique among its kind
    /// @param value what it is
    /// @param <T> its type
    public record Named<T>(String name, T value) {}

    /// Copies the lists.
    public CompareSpec {
        mixtures = List.copyOf(mixtures);
        settings = List.copyOf(settings);
        solvers = List.copyOf(solvers);
        ownSteps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ownSteps));
        metrics = List.copyOf(metrics);
    }

    /// Reads a comparison file.
    ///
    /// @param file the file
    /// @return what it says, with every default
    /// @throws InputException naming file, key and value of the first mistake
    public static CompareSpec read(Path file) {
        return read(Documents.read(Source.file(file)));
    }

    private static CompareSpec read(Node root) {
        root.known(KEYS);
        List<Named<SolverSpec>> solvers = CompareItems.solvers(root);
        Budget budget = Budget.read(root);
        return new CompareSpec(
                root.find("title").map(Node::text).orElse(""),
                CompareItems.mixtures(root),
                CompareItems.settings(root),
                solvers,
                budget,
                CompareItems.ownSteps(root, solvers, budget),
                root.find("start")
                        .map(s -> s.word(List.of("exact", "prior")).equals("exact"))
                        .orElse(true),
                root.find("final").map(Finale::read).orElse(Finale.NONE),
                root.find("count").map(c -> c.count(2)).orElse(DEFAULT_COUNT),
                root.find("repeats").map(r -> (int) r.whole(1, 1000)).orElse(1),
                root.find("seed")
                        .map(s -> s.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                        .orElse(0L),
                root.find("metrics").map(ExperimentSpec::metrics).orElse(USUAL_METRICS));
    }

    /// This comparison with another seed.
    ///
    /// @param other the seed
    /// @return all else the same
    public CompareSpec withSeed(long other) {
        return new CompareSpec(
                title,
                mixtures,
                settings,
                solvers,
                budget,
                ownSteps,
                exactStart,
                finale,
                count,
                repeats,
                other,
                metrics);
    }

    /// The numbers of steps or evaluations of a rule.
    ///
    /// @param solver its name
    /// @return its own, or else those of all
    public List<Integer> numbers(String solver) {
        return ownSteps.getOrDefault(solver, budget.numbers());
    }

    /// All numbers of steps or evaluations.
    ///
    /// @return increasing: the columns of tables
    public List<Integer> columns() {
        return solvers.stream()
                .flatMap(solver -> numbers(solver.name()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The entries of a file that says the same, with every default that was used.
    ///
    /// @return keys and values
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            document.put("title", title);
        }
        document.put("mixtures", mixtures.stream().map(CompareItems::mixture).toList());
        document.put("processes", settings.stream().map(GridChoice::toDocument).toList());
        document.put("samplers", solvers.stream().map(this::solver).toList());
        document.putAll(budget.toDocument());
        document.put("start", exactStart ? "exact" : "prior");
        document.put("final", finale.word());
        document.put("count", count);
        document.put("repeats", repeats);
        document.put("seed", seed);
        document.put("metrics", metrics);
        return document;
    }

    private SequencedMap<String, Object> solver(Named<SolverSpec> solver) {
        SequencedMap<String, Object> document = CompareItems.solver(solver);
        if (ownSteps.containsKey(solver.name())) {
            document.put("steps", numbers(solver.name()));
        }
        return document;
    }
}
