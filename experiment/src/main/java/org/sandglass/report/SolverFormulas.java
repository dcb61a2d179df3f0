package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sandglass.specification.SolverSpec;

/// The rules of samplers in formulas: each with the settings that it has, its source, and the rules that it is made
/// of.
final class SolverFormulas {
    /// What the formulas have in common.
    static final String NOTATION = "A step goes from time $t$ to $s < t$, and $m$ lies between; $αₜ = α(t)$ and so on."
            + " $λ = ln(α/σ)$, $h = λₛ − λₜ$; $x̂₀$ and $ε̂$ without arguments are those at $(xₜ, t)$; $z$ is a standard"
            + " normal draw, $T$ the end of the process.";

    private static final Map<String, Function<Settings, String>> ALL = Stream.of(
                    FlowFormulas.ALL, MultistepFormulas.ALL, StochasticFormulas.ALL)
            .flatMap(formulas -> formulas.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final String CHURN = "churn";

    private SolverFormulas() {}

    /// The step of a rule, marked; nothing for a rule without a formula, which a test refuses.
    static Optional<String> step(SolverSpec solver) {
        return Optional.ofNullable(ALL.get(solver.type().word())).map(formula -> formula.apply(Settings.of(solver)));
    }

    /// The rule under a name, and under names of their own those that it is made of.
    static SequencedMap<String, String> of(String name, SolverSpec solver) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put(name, whole(solver));
        solver.parts().forEach((key, part) -> all.putAll(of(name + ", " + key, part)));
        return all;
    }

    private static String whole(SolverSpec solver) {
        Settings settings = Settings.of(solver);
        String step = step(solver).orElse(solver.type().facts().title()) + " ("
                + solver.type().facts().source() + ")";
        return step + (settings.isMapping(CHURN) ? "; " + churn() : "") + with(settings);
    }

    private static String churn() {
        return "before it churn adds noise, $x̂ = (α̂/αₜ) xₜ + S √(σ̂² − (α̂ σₜ/αₜ)²) z$ at the time where"
                + " $ν = σ/α$, or with the clock `time` the time, is $1 + γ$ times as large, $γ = min(rate/n, √2 − 1)$"
                + " with $n$ steps in all";
    }

    /// All settings but a churn that is left out.
    private static String with(Settings settings) {
        SequencedMap<String, Object> shown = new LinkedHashMap<>(settings.values());
        if (!settings.isMapping(CHURN)) {
            shown.remove(CHURN);
        }
        return shown.isEmpty() ? "" : "; with " + Words.list(shown);
    }
}
