package org.sandglass.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.sandglass.metric.Metric;

/// Metrics in formulas: `x` are `n` points, `y` exact draws, `Y` the law itself with its density `p`.
final class MetricFormulas {
    private static final String BEST = " with $f_{k}$ the share of points whose best component density is $k$";
    private static final String NEIGHBOURS =
            "$1/n Σ_{i} k(x_{i}, x_{i+1}) + k(y_{i}, y_{i+1}) − k(x_{i}, y_{i+1}) − k(y_{i}, x_{i+1})$ with ";
    private static final String MMD = "$E k(x, x′) + E k(y, y′) − 2 E k(x, y)$ with ";
    private static final String MMD_EXACT = "$E k(x, x′) + E k(Y, Y′) − 2 E k(x, Y)$ with ";
    private static final String GAUSSIAN = "$k(x, y) = e^{−‖x − y‖²/2s²}$";
    private static final String MEDIAN = GAUSSIAN + ", $s$ the median distance";
    private static final String BANK = "$k(x, y) = Σ_{v} e^{−‖x − y‖²/2v}$";
    private static final String ENERGIES = " between the energies $−ln p(x_{i})$ and $−ln p(y_{i})$";
    private static final String IN_BINS = " with $f$ and $p$ the shares of points and the exact masses in bins";
    private static final String TV = "$½ Σ |f − p|$";
    private static final String JSD = "$½ Σ f ln(f/m) + ½ Σ p ln(p/m)$, $m = ½ (f + p)$,";
    private static final String KL = "$Σ f ln(f/p)$";

    private static final Map<String, String> ALL = Map.ofEntries(
            entry("sliced-w1", "$1/L Σ_{l} W₁(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩)$"),
            entry("sliced-w2", "$(1/L Σ_{l} W₂²(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩))^{½}$"),
            entry("sliced-w1-mean", "$1/L Σ_{l} W₁(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩)$"),
            entry("max-sliced-w1", "$max_{l} W₁(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩)$"),
            entry("max-sliced-w2", "$max_{l} W₂(⟨θ_{l}, x⟩, ⟨θ_{l}, y⟩)$"),
            entry("sliced-w1-exact", "$1/L Σ_{l} W₁(⟨θ_{l}, x⟩, ⟨θ_{l}, Y⟩)$"),
            entry("sliced-w2-exact", "$(1/L Σ_{l} W₂²(⟨θ_{l}, x⟩, ⟨θ_{l}, Y⟩))^{½}$"),
            entry("w1-exact-1d", "$∫ |Fₙ(t) − F(t)| dt$"),
            entry("w2-exact-1d", "$(∫₀¹ (Fₙ^{−1}(u) − F^{−1}(u))² du)^{½}$"),
            entry("w1", "$min_{π} Σ ‖x_{i} − y_{j}‖ π_{ij}$ over plans $π$ between the two sets"),
            entry("w2", "$(min_{π} Σ ‖x_{i} − y_{j}‖² π_{ij})^{½}$ over plans $π$ between the two sets"),
            entry("torus-w2", "$(min_{π} Σ d²(x_{i}, y_{j}) π_{ij})^{½}$, $d² = Σ min(δ, 2π − δ)²$ over coordinates"),
            entry("mode-weights", "$½ Σ_{k} |m_{k} − w_{k}|$ with $m_{k} = 1/n Σ_{i} r_{k}(x_{i})$"),
            entry("energy-tv", TV + ENERGIES + ", in shared bins"),
            entry("energy-jsd", JSD + ENERGIES + ", in shared bins"),
            entry("energy-w1", "$W₁$" + ENERGIES),
            entry("energy-w2", "$W₂$" + ENERGIES),
            entry("energy-distance", "$2 E‖x − y‖ − E‖x − x′‖ − E‖y − y′‖$"),
            entry("energy-distance-exact", "$2 E‖x − Y‖ − E‖x − x′‖ − E‖Y − Y′‖$"),
            entry("mmd2-exact", MMD_EXACT + MEDIAN + " of draws"),
            entry("mmd-exact", "the root of " + MMD_EXACT + MEDIAN + " of draws"),
            entry("mmd2", MMD + MEDIAN),
            entry("mmd", "the root of " + MMD + MEDIAN),
            entry("mmd-vsm", "the root of " + MMD + MEDIAN + " with those of points from themselves"),
            entry("mmd2-zod-mc", MMD + BANK + ", $v = 2^{−2}, 2^{−1}, …, 2^{7}$"),
            entry("mmd2-fkc", MMD + BANK + ", ten $√v$ from 0.01 to 1"),
            entry("mmd2-idem-rbf", MMD + BANK + ", $√v = 0.01, 0.1, 1, 10, 100$"),
            entry("mmd2-idem-linear", NEIGHBOURS + "$k(x, y) = ⟨x, y⟩$"),
            entry("mmd2-idem-polynomial", NEIGHBOURS + "$k(x, y) = (⟨x, y⟩ + 2)²$"),
            entry("ks", "$D = sup_{t} |Fₙ(t) − F(t)|$, the largest over coordinates"),
            entry("ks-p", "$min(1, d P(D ≥ ks))$"),
            entry("sliced-ks", "$1/L Σ_{l} sup_{t} |Fₙ(t) − F(t)|$ along $θ_{l}$"),
            entry("kuiper", "$sup_{t} (Fₙ − F) + sup_{t} (F − Fₙ)$, the largest over coordinates"),
            entry("cramer-von-mises", "$∫ (Fₙ − F)² dF$, the largest over coordinates"),
            entry("anderson-darling", "$∫ (Fₙ − F)²/(F (1 − F)) dF$, the largest over coordinates"),
            entry("histogram-tv", TV + IN_BINS),
            entry("histogram-jsd", JSD + IN_BINS),
            entry("histogram-kl", KL + IN_BINS),
            entry("histogram-2d-tv", TV + IN_BINS),
            entry("histogram-2d-jsd", JSD + IN_BINS),
            entry("histogram-2d-kl", KL + IN_BINS),
            entry("mode-weights-density", "$½ Σ_{k} |f_{k} − w_{k}|$" + BEST),
            entry(
                    "mode-weights-nearest",
                    "$½ Σ_{k} |f_{k} − w_{k}|$ with $f_{k}$ the share of points nearest to $μ_{k}$"),
            entry("emc", "$−Σ_{k} f_{k} ln f_{k} / ln K$" + BEST),
            entry("emc-weighted", "$1 + Σ_{k} f_{k} ln(f_{k}/w_{k}) / ln min_{k} w_{k}$" + BEST),
            entry("missed-modes", "the number of $k$ with $f_{k} = 0$," + BEST));

    private MetricFormulas() {}

    /// The definition of a metric, marked; the number after a colon does not matter.
    static Optional<String> definition(String metric) {
        return Optional.ofNullable(ALL.get(metric.replaceFirst(":.*", "")));
    }

    /// Definition and summary.
    static String of(String metric) {
        String summary = Metric.find(metric).map(Metric::summary).orElse("");
        return definition(metric).map(formula -> formula + "; " + summary).orElse(summary);
    }
}
