package org.sandglass.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Steps of the probability flow that look back: as the solvers' documentation has them.
///
/// `p₀` is the prediction at the start of the step, `p₁` the one before it.
final class MultistepFormulas {
    /// By the words of the registry.
    static final Map<String, Function<Settings, String>> ALL = Map.ofEntries(
            entry(
                    "dpm-solver++-2m",
                    _ -> "$xₛ = (σₛ/σₜ) xₜ + αₛ (1 − e^{−h}) ((1 + 1/2r) p₀ − p₁/2r)$ with $p_{j}$ the last predictions"
                            + " $x̂₀$, $r = h_{−1}/h$ and $h_{−1}$ the step before"),
            entry("dpm-solver++-3m", MultistepFormulas::dpmSolverPlusPlus3M),
            entry("deis", MultistepFormulas::deis),
            entry("unipc", MultistepFormulas::uniPc),
            entry("plms", _ -> adams(4, "after one step of the improved Euler rule")),
            entry(
                    "pndm",
                    settings -> settings.is("variant", "f-pndm")
                            ? adams(4, "after three steps of the rule of Runge and Kutta")
                            : adams(2, "after one step of the improved Euler rule")));

    private static final int[][] ADAMS_BASHFORTH = {{1}, {3, -1}, {23, -16, 5}, {55, -59, 37, -9}};
    private static final int[] DIVISORS = {1, 2, 12, 24};
    private static final String PHI = "$φ₁(z) = (e^{z} − 1)/z$, $φ₂ = (φ₁ − 1)/z$, $φ₃ = (φ₂ − ½)/z$";

    private MultistepFormulas() {}

    private static String dpmSolverPlusPlus3M(Settings settings) {
        boolean exact = settings.is("curvature", "exact");
        return "$xₛ = (σₛ/σₜ) xₜ + αₛ h (φ₁(−h) p₀ + φ₂(−h) (Δ₀ + r₀ Δ²) + " + (exact ? "2 " : "")
                + "φ₃(−h) Δ²)$ with $p_{j}$ the last predictions $x̂₀$,"
                + " $Δ₀ = (p₀ − p₁)/r₀$, $Δ₁ = (p₁ − p₂)/r₁$, $Δ² = (Δ₀ − Δ₁)/(r₀ + r₁)$, $r₀ = h_{−1}/h$,"
                + " $r₁ = h_{−2}/h$, " + PHI + (exact ? "" : "; as published, with half of the curvature");
    }

    private static String deis(Settings settings) {
        int order = settings.whole("order");
        String variable = settings.is("kind", "tab") ? "t" : "ρ";
        return "$xₛ = (αₛ/αₜ) xₜ + αₛ ∫ P dρ$ from $ρₜ$ to $ρₛ$, $ρ = σ/α$, where $P$ is "
                + (order == 0
                        ? "the last prediction $ε̂$"
                        : "the polynomial of degree " + order + " in $" + variable + "$ through the last " + (order + 1)
                                + " predictions $ε̂$");
    }

    private static String uniPc(Settings settings) {
        int p = settings.whole("order");
        boolean data = settings.is("form", "data");
        String step = data
                ? "$xₛ = (σₛ/σₜ) xₜ + αₛ h ∫₀¹ e^{−(1−θ)h} P(θ) dθ$"
                : "$xₛ = (αₛ/αₜ) xₜ − σₛ h ∫₀¹ e^{(1−θ)h} P(θ) dθ$";
        String through = ", where $P$ is the polynomial in $θ = (λ − λₜ)/h$ through the last "
                + (p == 1 ? "prediction" : p + " predictions") + (data ? " $x̂₀$" : " $ε̂$");
        String corrector =
                settings.is("corrector", true) ? "; then the same through them and the prediction at $xₛ$" : "";
        return step + through + corrector + half(p, settings);
    }

    /// Where the paper sets a coefficient to one half instead of solving for it.
    private static String half(int p, Settings settings) {
        boolean somewhere = p == 2 || (p == 1 && settings.is("corrector", true));
        String growth = settings.is("form", "data") ? "1 − e^{−h}" : "e^{h} − 1";
        String b = settings.is("b", "bh1") ? "h" : growth;
        return somewhere
                ? "; with two predictions the integral is $(" + growth + ")/h · p₀ + B/(2hθ) (p₁ − p₀)$, $B = " + b
                        + "$, with $p₁$ at $θ$"
                : "";
    }

    /// DDIM with a weighted noise.
    private static String adams(int predictions, String start) {
        int[] weights = ADAMS_BASHFORTH[predictions - 1];
        String sum = IntStream.range(0, predictions)
                .mapToObj(j -> sign(j, weights[j]) + Math.abs(weights[j]) + " p_{" + j + "}")
                .collect(Collectors.joining());
        return "$xₛ = (αₛ/αₜ) xₜ + (σₛ − αₛ σₜ/αₜ) (" + sum + ")/" + DIVISORS[predictions - 1]
                + "$ with $p_{j}$ the last predictions $ε̂$, " + start;
    }

    private static String sign(int j, int weight) {
        return weight < 0 ? " − " : j == 0 ? "" : " + ";
    }
}
