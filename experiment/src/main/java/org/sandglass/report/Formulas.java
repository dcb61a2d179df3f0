package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.compare.CompareResults;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.GridChoice;
import org.sandglass.specification.Guidance;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.SamplerSpec;

/// What was computed, in formulas: the exact law, the process, and the rule of each sampler.
final class Formulas {
    private Formulas() {}

    /// Of a run: name to formula, marked.
    static SequencedMap<String, String> of(ExperimentSpec spec) {
        SequencedMap<String, String> all = laws(List.of(spec.process()));
        for (SamplerSpec sampler : spec.samplers()) {
            all.putAll(SolverFormulas.of("sampler " + sampler.solver().label(), sampler.solver()));
        }
        if (spec.samplers().stream().anyMatch(sampler -> sampler.guidance() == Guidance.TMP)) {
            all.put(
                    "guidance tmp",
                    "$x̂₀ + C Aᵀ (A C Aᵀ + R)^{−1} (y − A x̂₀)$ with $x̂₀$ and $C = Cov[x₀ | xₜ]$ of the prior, in place of"
                            + " the posterior's denoiser (Boys et al. 2023)");
        }
        if (!spec.samplers().isEmpty()) {
            spec.metrics().forEach(metric -> all.put("metric " + metric, MetricFormulas.of(metric)));
        }
        return all;
    }

    /// Of a comparison: name to formula, marked.
    static SequencedMap<String, String> of(CompareResults results) {
        CompareSpec spec = results.spec();
        SequencedMap<String, String> all =
                laws(spec.settings().stream().map(GridChoice::process).toList());
        spec.solvers().forEach(solver -> all.putAll(SolverFormulas.of("sampler " + solver.name(), solver.value())));
        all.putAll(ErrorFormulas.of(results));
        return all;
    }

    /// The exact laws that all numbers are compared with.
    private static SequencedMap<String, String> laws(List<ProcessSpec> processes) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("data", "$p(x₀) = Σ_{k} w_{k} N(x₀; μ_{k}, Σ_{k})$");
        for (ProcessSpec process : processes) {
            all.merge(
                    "process " + process.name(),
                    "$xₜ = α(t) x₀ + σ(t) z$, $z ~ N(0, I)$, with " + levels(process),
                    (one, _) -> one + "; or with " + levels(process));
        }
        all.put("marginal at t", "$pₜ(x) = Σ_{k} w_{k} N(x; α μ_{k}, C_{k})$ with $C_{k} = α² Σ_{k} + σ² I$, exactly");
        all.put(
                "denoiser",
                "$x̂₀(x, t) = E[x₀ | xₜ = x] = Σ_{k} r_{k}(x) (μ_{k} + α Σ_{k} C_{k}^{−1} (x − α μ_{k}))$,"
                        + " $r_{k}(x) ∝ w_{k} N(x; α μ_{k}, C_{k})$; and $ε̂ = (x − α x̂₀)/σ = −σ ∇ ln pₜ(x)$");
        all.put(
                "probability flow",
                "$dx/dt = v(x, t) = f x − ½ g² ∇ ln pₜ(x)$ with $f = α̇/α$ and $g² = d(σ²)/dt − 2 f σ²$");
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
}
