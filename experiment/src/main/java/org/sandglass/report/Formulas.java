package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.metric.Metric;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.SamplerSpec;
import org.sandglass.specification.SolverType;

/// What was computed, in formulas: the exact law, the process, and the rule of each sampler.
final class Formulas {
    private Formulas() {}

    /// Name to formula, marked.
    static SequencedMap<String, String> of(ExperimentSpec spec) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("data", "$p(x₀) = Σ_{k} w_{k} N(x₀; μ_{k}, Σ_{k})$");
        all.put(
                "process " + spec.process().name(),
                "$xₜ = α(t) x₀ + σ(t) z$, $z ~ N(0, I)$, with " + levels(spec.process()));
        all.put("marginal at t", "$pₜ(x) = Σ_{k} w_{k} N(x; α μ_{k}, C_{k})$ with $C_{k} = α² Σ_{k} + σ² I$, exactly");
        all.put(
                "denoiser",
                "$x̂₀(x, t) = E[x₀ | xₜ = x] = Σ_{k} r_{k}(x) (μ_{k} + α Σ_{k} C_{k}^{−1} (x − α μ_{k}))$,"
                        + " $r_{k}(x) ∝ w_{k} N(x; α μ_{k}, C_{k})$; and $ε̂ = (x − α x̂₀)/σ = −σ ∇ ln pₜ(x)$");
        all.put(
                "probability flow",
                "$dx/dt = v(x, t) = f x − ½ g² ∇ ln pₜ(x)$ with $f = α̇/α$ and $g² = d(σ²)/dt − 2 f σ²$");
        for (SamplerSpec sampler : spec.samplers()) {
            SolverType solver = sampler.solver().type();
            all.put("sampler " + solver.word(), step(solver) + settings(sampler));
        }
        if (!spec.samplers().isEmpty()) {
            spec.metrics().forEach(metric -> all.put("metric " + metric, metric(metric)));
        }
        return all;
    }

    /// `α` and `σ` of a process.
    static String levels(ProcessSpec process) {
        SequencedMap<String, Object> keys = process.toDocument();
        keys.remove("type");
        String where = Words.list(keys);
        return switch (process.name()) {
            case "vp-linear" -> "$α = e^{−B/2}$, $σ² = 1 − e^{−B}$, " + integral() + "; " + where;
            case "sub-vp" -> "$α = e^{−B/2}$, $σ = 1 − e^{−B}$, " + integral() + "; " + where;
            case "vp-cosine" ->
                "$α = cos(½π (u + s)/(1 + s)) / cos(½π s/(1 + s))$, $σ² = 1 − α²$, $u = t/T$, $s$ the offset; " + where;
            case "ve" -> "$α = 1$, $σ = σ_{min} (σ_{max}/σ_{min})^{u}$, $u = t/T$; " + where;
            case "karras" ->
                "$α = 1$, $σ = σ_{data} (σ_{min}^{1/ρ} + u (σ_{max}^{1/ρ} − σ_{min}^{1/ρ}))^{ρ}$, $u = t/T$; " + where;
            case "edm" -> "$α = 1$, $σ = t$; " + where;
            case "flow" -> "$α = 1 − u$, $σ = u$, $u = t/T$; " + where;
            case "interpolant" ->
                "$α = (1 − u)^{p}$, $σ = u^{q}$, $u = t/T$, $p$ the signal power and $q$ the noise power; " + where;
            case "ddpm" ->
                "$α² = Π_{j ≤ i} (1 − β_{j})$ at $t = i T/N$ with $N$ equal steps from $β_{1}$ (beta-start) to $β_{N}$"
                        + " (beta-end), its logarithm linear in between, $σ² = 1 − α²$; " + where;
            default -> where;
        };
    }

    private static String integral() {
        return "$B = T (β_{min} u + ½ (β_{max} − β_{min}) u²)$, $u = t/T$";
    }

    /// Formulas are for usual settings; others are named beside them.
    private static String settings(SamplerSpec sampler) {
        SequencedMap<String, Object> settings = sampler.solver().toDocument();
        settings.remove("type");
        return settings.isEmpty() ? "" : "; with " + Words.list(settings);
    }

    /// A step from `t` to `s < t`, as it is with usual settings.
    private static String step(SolverType solver) {
        String source = " (" + solver.facts().source() + ")";
        return switch (solver.word()) {
            case "euler" -> "$xₛ = xₜ + (s − t) v(xₜ, t)$" + source;
            case "heun" -> "$xₛ = xₜ + ½ (s − t) (v(xₜ, t) + v(x̃, s))$ with $x̃ = xₜ + (s − t) v(xₜ, t)$" + source;
            case "euler-maruyama" -> "$xₛ = xₜ + (s − t) (f xₜ − g² ∇ ln pₜ(xₜ)) + g √(t − s) z$, for $ξ = 1$" + source;
            case "ddim" ->
                "$xₛ = α(s) x̂₀ + √(σ(s)² − b²) ε̂ + b z$ with $b = η σ(s)/σ(t) · √(σ(t)² − (α(t)/α(s))² σ(s)²)$"
                        + source;
            case "exact-kernel" -> "$xₛ ~ p(xₛ | xₜ)$, itself a Gaussian mixture, drawn without error" + source;
            default -> solver.facts().title() + source;
        };
    }

    private static String metric(String word) {
        String summary = Metric.find(word).map(Metric::summary).orElse("");
        return formula(word.replaceFirst(":.*", ""))
                .map(f -> f + "; " + summary)
                .orElse(summary);
    }

    private static Optional<String> formula(String metric) {
        return switch (metric) {
            case "sliced-w1" -> Optional.of("$1/L Σ_{l} W₁(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩)$");
            case "sliced-w2" -> Optional.of("$(1/L Σ_{l} W₂²(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩))^{½}$");
            case "mode-weights" -> Optional.of("$½ Σ_{k} |m_{k} − w_{k}|$ with $m_{k} = 1/n Σ_{i} r_{k}(x_{i})$");
            case "energy-distance" -> Optional.of("$2 E‖x − y‖ − E‖x − x′‖ − E‖y − y′‖$");
            default -> Optional.empty();
        };
    }
}
