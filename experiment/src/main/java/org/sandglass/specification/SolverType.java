package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Flow;

/// A published rule as files name it: its keys with their ranges and defaults, what is known about it, and how
/// it is made.
///
/// All of them are data: [#all()]. Immutable.
public final class SolverType {
    /// How a rule is built, which says where it may stand.
    enum Kind {
        /// A deterministic step that depends on its two ends alone: it may have churn, and start other rules.
        FLOW_STEP,
        /// A random step that depends on its two ends alone.
        RANDOM_STEP,
        /// A rule that looks back, or is made of others.
        WHOLE_GRID,
        /// A rule that chooses its own steps between the times of the grid.
        ADAPTIVE
    }

    /// Whether the rule uses the drift and diffusion coefficients, which are infinite where `α = 0`.
    enum Rates {
        /// It goes by the levels of signal and noise alone.
        UNUSED,
        /// It starts at 0.99 of the end where they are infinite there.
        USED
    }

    /// What is known about a rule, for people.
    ///
    /// @param order of convergence, as in `2` or `1 weak`
    /// @param evaluations per step, as in `2` or `by tolerance`
    /// @param noise `no`, `yes`, or when
    /// @param title what it is, in a few words
    /// @param use when to use it
    /// @param source its paper
    public record Facts(String order, String evaluations, String noise, String title, String use, String source) {}

    /// Makes the rule.
    interface Maker {
        Step step(SolverValues values, DiffusedMixture law);
    }

    /// A law to try settings on.
    static final DiffusedMixture ANY_LAW = standardNormal();

    /// Another one.
    static final DiffusedMixture OTHER_LAW = standardNormal();

    private static DiffusedMixture standardNormal() {
        return new DiffusedMixture(
                GaussianMixture.equallyWeighted(Points.zeros(1, 1), new Isotropic(1, 1)), new Flow(1));
    }

    private final String word;
    private final Kind kind;
    private final Rates rates;
    private final Facts facts;
    private final List<SolverKey> keys;
    private final Maker maker;

    SolverType(String word, Kind kind, Rates rates, Facts facts, Maker maker, SolverKey... keys) {
        this.word = word;
        this.kind = kind;
        this.rates = rates;
        this.facts = facts;
        this.maker = maker;
        this.keys = List.of(keys);
    }

    SolverType(String word, Kind kind, Facts facts, Maker maker, SolverKey... keys) {
        this(word, kind, Rates.UNUSED, facts, maker, keys);
    }

    /// All of them.
    ///
    /// @return in the order of the documentation
    public static List<SolverType> all() {
        return Stream.of(FlowSolvers.all(), MultistepSolvers.all(), StochasticSolvers.all())
                .flatMap(List::stream)
                .toList();
    }

    /// The rule of a name.
    ///
    /// @param word as in `heun`
    /// @return the rule, or nothing
    public static Optional<SolverType> find(String word) {
        return all().stream().filter(type -> type.word.equals(word)).findFirst();
    }

    /// The names of all.
    ///
    /// @return in the order of the documentation
    public static List<String> names() {
        return all().stream().map(SolverType::word).toList();
    }

    /// The name in files.
    ///
    /// @return as in `euler-maruyama`
    public String word() {
        return word;
    }

    /// What is known about it.
    ///
    /// @return order, evaluations, noise, what it is, its use and its paper
    public Facts facts() {
        return facts;
    }

    /// Its keys, what each may be, and what it is when it is not given.
    ///
    /// @return name to `[range, default]`
    public SequencedMap<String, List<String>> describedKeys() {
        SequencedMap<String, List<String>> described = new LinkedHashMap<>();
        keys().forEach(key -> described.put(key.name(), List.of(key.range(), SolverKey.shown(key.usual()))));
        return described;
    }

    /// The same in a line.
    ///
    /// @return as in `eta: 0`, or nothing
    public String defaults() {
        return keys().stream()
                .map(key -> key.name() + ": " + SolverKey.shown(key.usual()))
                .collect(Collectors.joining(", "));
    }

    /// The keys beside `type`, `steps` and the like.
    List<SolverKey> keys() {
        return kind == Kind.FLOW_STEP
                ? Stream.concat(keys.stream(), Stream.of(FlowSolvers.CHURN)).toList()
                : keys;
    }

    /// The keys of the rule where it is part of another, which has no churn of its own.
    List<SolverKey> nestedKeys() {
        return keys.stream().filter(key -> !key.equals(FlowSolvers.CHURN)).toList();
    }

    /// Whether it depends on the two ends of a step alone.
    boolean isOneStep() {
        return kind == Kind.FLOW_STEP || kind == Kind.RANDOM_STEP;
    }

    /// Whether it chooses its own steps.
    ///
    /// @return true if tolerances, not the grid, say how exact it is
    public boolean isAdaptive() {
        return kind == Kind.ADAPTIVE;
    }

    boolean usesRates() {
        return rates == Rates.USED;
    }

    Step step(SolverValues values, DiffusedMixture law) {
        return FlowSolvers.churned(maker.step(values, law), values);
    }

    /// Refuses settings that do not fit together, in the words of the rule.
    void check(SolverValues values) {
        step(values, ANY_LAW);
    }
}
