package org.sandglass.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;

/// Steps of the probability flow that depend on their two ends: as the solvers' documentation has them.
final class FlowFormulas {
    /// By the words of the registry.
    static final Map<String, Function<Settings, String>> ALL = Map.ofEntries(
            entry("euler", _ -> "$xₛ = xₜ − (t − s) v(xₜ, t)$"),
            entry("heun", FlowFormulas::heun),
            entry("midpoint", _ -> "$xₛ = xₜ − (t − s) v(xₜ − ½ (t − s) v(xₜ, t), m)$ with $m = ½ (t + s)$"),
            entry(
                    "rk4",
                    _ -> "$xₛ = xₜ − (t − s)/6 (k₁ + 2 k₂ + 2 k₃ + k₄)$ with $k₁ = v(xₜ, t)$,"
                            + " $k₂ = v(xₜ − ½ (t − s) k₁, m)$, $k₃ = v(xₜ − ½ (t − s) k₂, m)$,"
                            + " $k₄ = v(xₜ − (t − s) k₃, s)$, $m = ½ (t + s)$"),
            entry("exponential-euler", _ -> "$xₛ = (σₛ/σₜ) xₜ + αₛ (1 − e^{−h}) x̂₀$"),
            entry("dpm-solver-1", _ -> "$xₛ = (αₛ/αₜ) xₜ − σₛ (e^{h} − 1) ε̂$"),
            entry(
                    "dpm-solver-2",
                    _ -> "$xₛ = (αₛ/αₜ) xₜ − σₛ (e^{h} − 1) ε̂(u, m)$ with $u = (αₘ/αₜ) xₜ − σₘ (e^{h/2} − 1) ε̂$,"
                            + " $λₘ = ½ (λₜ + λₛ)$"),
            entry("dpm-solver-3", _ -> dpmSolver3()),
            entry("dpm-solver++-1", _ -> "$xₛ = (σₛ/σₜ) xₜ − αₛ (e^{−h} − 1) x̂₀$"),
            entry("dpm-solver++-2s", FlowFormulas::dpmSolverPlusPlus2S),
            entry(
                    "strang",
                    _ -> "$xₛ = (αₛ/αₘ) (y + w ∇ ln pₘ(y + ½ w ∇ ln pₘ(y)))$ with $y = (αₘ/αₜ) xₜ$,"
                            + " $w = ½ g²(m) (t − s)$, $m = ½ (t + s)$"),
            entry(
                    "adaptive-ode",
                    settings -> "$dy/dφ = cos φ · ε̂ − sin φ · x̂₀$ for $y = x/√(α² + σ²)$ over the angle"
                            + " $φ = atan(σ/α)$, by a pair of rules of orders 5 and 4 in steps for which"
                            + " $|y₅ − y₄| ≤ ε_{a} + ε_{r} |y|$ in every coordinate, $ε_{a} = "
                            + settings.shown("absolute") + "$, $ε_{r} = " + settings.shown("relative") + "$"));

    private FlowFormulas() {}

    private static String heun(Settings settings) {
        boolean inTime = settings.is("clock", "time");
        String step = inTime
                ? "$xₛ = xₜ − ½ (t − s) (v(xₜ, t) + v(u, s))$ with $u = xₜ − (t − s) v(xₜ, t)$"
                : "$xₛ = (αₛ/αₜ) xₜ + ½ αₛ (νₛ − νₜ) (ε̂(xₜ, t) + ε̂(u, s))$ with"
                        + " $u = (αₛ/αₜ) xₜ + αₛ (νₛ − νₜ) ε̂(xₜ, t)$, $ν = σ/α$";
        return step + (settings.is("last", "euler") ? "; a step to time 0 ends at $u$" : "");
    }

    private static String dpmSolver3() {
        return "$xₛ = (αₛ/αₜ) xₜ − σₛ (e^{h} − 1) ε̂ − (3/2) σₛ ψ(h) (ε̂(u₂, t₂) − ε̂)$ with"
                + " $u₁ = (α₁/αₜ) xₜ − σ₁ (e^{h/3} − 1) ε̂$,"
                + " $u₂ = (α₂/αₜ) xₜ − σ₂ (e^{2h/3} − 1) ε̂ − 2 σ₂ ψ(2h/3) (ε̂(u₁, t₁) − ε̂)$,"
                + " $ψ(z) = (e^{z} − 1)/z − 1$, $λ₁ = λₜ + h/3$, $λ₂ = λₜ + 2h/3$";
    }

    private static String dpmSolverPlusPlus2S(Settings settings) {
        return settings.is("midpoint", "log-snr")
                ? "$xₛ = (σₛ/σₜ) xₜ + αₛ (1 − e^{−h}) x̂₀(u, m)$ with $u = (σₘ/σₜ) xₜ + αₘ (1 − e^{−h/2}) x̂₀$,"
                        + " $λₘ = ½ (λₜ + λₛ)$"
                : "$xₛ = (σₛ/σₜ) xₜ + αₛ (1 − e^{−h}) ((1 − 1/2r) x̂₀ + x̂₀(u, m)/2r)$ with"
                        + " $u = (σₘ/σₜ) xₜ + αₘ (1 − e^{−rh}) x̂₀$, $m = ½ (t + s)$, $r = (λₘ − λₜ)/h$";
    }
}
