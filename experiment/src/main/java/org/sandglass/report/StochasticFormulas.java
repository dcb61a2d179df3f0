package org.sandglass.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;

/// Steps that draw random numbers, or may: as the solvers' documentation has them.
final class StochasticFormulas {
    private static final String TRANSITION = "$b² = σₜ² − (αₜ/αₛ)² σₛ²$";

    /// By the words of the registry.
    static final Map<String, Function<Settings, String>> ALL = Map.ofEntries(
            entry(
                    "euler-maruyama",
                    settings -> "$xₛ = xₜ − (t − s) (f xₜ − ½ (1 + ξ²) g² ∇ ln pₜ(xₜ)) + ξ g √(t − s) z$, $ξ = "
                            + settings.shown("xi") + "$"),
            entry(
                    "langevin-flow",
                    settings -> "$xₛ = xₜ − (t − s) v(xₜ, t) + ½ ν² (t − s) ∇ ln pₜ(xₜ) + ν √(t − s) z$, $ν = "
                            + settings.shown("noise") + "$"),
            entry(
                    "ddim",
                    settings -> settings.is("eta", 0.0)
                            ? "$xₛ = αₛ x̂₀ + σₛ ε̂$"
                            : "$xₛ = αₛ x̂₀ + √(σₛ² − η² σ̃²) ε̂ + η σ̃ z$ with $σ̃ = σₛ b/σₜ$, " + TRANSITION
                                    + ", $η = " + settings.shown("eta") + "$"),
            entry("ddpm", StochasticFormulas::ddpm),
            entry("sde-dpm-solver++-1", _ -> "$xₛ = (σₛ/σₜ) e^{−h} xₜ + αₛ (1 − e^{−2h}) x̂₀ + σₛ √(1 − e^{−2h}) z$"),
            entry(
                    "sde-dpm-solver++-2m",
                    _ ->
                            "$xₛ = (σₛ/σₜ) e^{−h} xₜ + αₛ (1 − e^{−2h}) ((1 + 1/2r) p₀ − p₁/2r) + σₛ √(1 − e^{−2h}) z$ with"
                                    + " $p_{j}$ the last predictions $x̂₀$, $r = h_{−1}/h$ and $h_{−1}$ the step before"),
            entry("seeds-1", _ -> "$xₛ = (αₛ/αₜ) xₜ − 2 σₛ (e^{h} − 1) ε̂ + σₛ √(e^{2h} − 1) z$"),
            entry(
                    "seeds-2",
                    _ ->
                            "$xₛ = (αₛ/αₜ) xₜ − 2 σₛ (e^{h} − 1) ε̂(u, m) + σₛ (√(e^{2h} − e^{h}) z₁ + √(e^{h} − 1) z₂)$ with"
                                    + " $u = (αₘ/αₜ) xₜ − 2 σₘ (e^{h/2} − 1) ε̂ + σₘ √(e^{h} − 1) z₁$, $λₘ = ½ (λₜ + λₛ)$"),
            entry("sa-solver", StochasticFormulas::saSolver),
            entry(
                    "restart",
                    settings -> "at time $" + settings.shown("low") + "$, " + times(settings, "times")
                            + " back up by $x ← a x + b z$ to time $" + settings.shown("high")
                            + "$, $a = α_{high}/α_{low}$, $b² = σ²_{high} − a² σ²_{low}$, and down again in "
                            + settings.shown("steps-down") + " steps of the inner rule"),
            entry(
                    "predictor-corrector",
                    settings -> "after each step of the predictor " + times(settings, "corrections")
                            + " $x ← x + ε ∇ ln pₛ(x) + √(2ε) z$, $ε = 2 r² σₛ²$, $r = " + settings.shown("snr")
                            + "$"),
            entry("adaptive-sde", StochasticFormulas::adaptive),
            entry("exact-kernel", _ -> "$xₛ ~ p(xₛ | xₜ)$, itself a Gaussian mixture, drawn without error"));

    private StochasticFormulas() {}

    private static String times(Settings settings, String key) {
        return settings.is(key, 1) ? "once" : settings.shown(key) + " times";
    }

    private static String ddpm(Settings settings) {
        return "$xₛ = (αₜ/αₛ) (σₛ/σₜ)² xₜ + αₛ (b/σₜ)² x̂₀ + V^{½} z$ with " + TRANSITION + ", " + variance(settings);
    }

    /// `σ̃²` and `c` as in the documentation of the variances.
    private static String variance(Settings settings) {
        String factors = ", $σ̃ = σₛ b/σₜ$, $c = αₛ b²/σₜ²$";
        if (settings.is("variance", "lower")) {
            return "$V = σₛ² b²/σₜ²$";
        }
        if (settings.is("variance", "upper")) {
            return "$V = b²$, and no noise towards $σₛ = 0$";
        }
        if (settings.is("variance", "analytic")) {
            return "$V = σ̃² + c² E tr Cov[x₀ | xₜ]/d$" + factors;
        }
        String full = "σ̃² I + c² Cov[x₀ | xₜ]$" + factors;
        return settings.is("variance", "optimal-diagonal") ? "$V$ the diagonal of $" + full : "$V = " + full;
    }

    private static String saSolver(Settings settings) {
        int before = settings.whole("predictor-order");
        int after = settings.whole("corrector-order");
        return "$xₛ = (σₛ/σₜ) e^{−τ²h} xₜ + αₛ (1 + τ²) ∫ e^{−(1+τ²)(λₛ−λ)} P dλ + σₛ √(1 − e^{−2τ²h}) z$ from $λₜ$ to"
                + " $λₛ$, where $P$ is the polynomial in $λ$ through the last "
                + (before == 1 ? "prediction" : before + " predictions") + " $x̂₀$"
                + (after == 0
                        ? ""
                        : "; then the same with the same $z$ through " + after + ", the first of them at $xₛ$")
                + "; $τ = " + settings.shown("tau") + "$";
    }

    private static String adaptive(Settings settings) {
        return "$x″ = ½ (x′ + x̃)$, where $x′ = x − h (f x − g² ∇ ln pₜ(x)) + g √h z$ and $x̃$ is the same step with drift"
                + " and $g$ of $(x′, t − h)$, taken if $‖(x′ − x″)/δ‖/√d ≤ 1$,"
                + " $δ = max(ε_{a}, ε_{r} max(|x′|, |x′_{before}|))$, $ε_{a} = " + settings.shown("absolute")
                + "$, $ε_{r} = " + settings.shown("relative") + "$; here $h$ is in time";
    }
}
