package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.compare.CompareResults;
import org.sandglass.compare.Finding;

/// The errors of a comparison in formulas, those that it has.
final class ErrorFormulas {
    private ErrorFormulas() {}

    /// Name to formula, marked.
    static SequencedMap<String, String> of(CompareResults results) {
        List<Finding> findings = results.findings();
        SequencedMap<String, String> all = new LinkedHashMap<>();
        if (findings.stream().anyMatch(Finding::isPropagated)) {
            all.put(
                    "error w2, one Gaussian",
                    "$W₂² = ‖m − μ‖² + tr(S + C − 2 (C^{½} S C^{½})^{½})$ between the law $N(m, S)$ of what the sampler"
                            + " returns, propagated through its steps, and the exact marginal $N(μ, C)$ at the last"
                            + " time; the roots of its two terms are `w2-of-means` and `w2-of-spreads`");
        }
        if (findings.stream().anyMatch(Finding::isOnTheLine)) {
            all.put(
                    "error w2, on the line",
                    "$W₂² = ∫₀¹ (G^{−1}(u) − F^{−1}(u))² du$ with $F$ exact at the last time and $G$ that of what the"
                            + " sampler returns: it maps the quantiles of its start, or draws");
        }
        if (findings.stream().anyMatch(Finding::hasFlow)) {
            all.put(
                    "error flow-rms",
                    "$(1/n Σ_{i} ‖x_{i} − φ_{i}‖²)^{½}$ between where the sampler and where the exact flow $dx/dt = v$"
                            + " takes the same points");
        }
        results.spec().metrics().stream()
                .filter(metric ->
                        findings.stream().anyMatch(finding -> finding.errors().contains(metric)))
                .forEach(metric -> all.put("metric " + metric, MetricFormulas.of(metric)));
        all.put("order", "the slope of $−ln(error)$ against $ln(steps)$ by least squares");
        return all;
    }
}
