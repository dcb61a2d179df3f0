package org.sandglass.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sandglass.format.InputException;
import org.sandglass.specification.Nearest;

/// A number, or an interval, between two mixtures `p` and `q`.
public enum PairMetric {
    /// `KL(p‖q)`.
    KL("KL(p|q): Monte Carlo and bounds"),
    /// `KL(q‖p)`.
    REVERSE_KL("KL(q|p): Monte Carlo and bounds"),
    /// The variational approximation.
    KL_VARIATIONAL("variational approximation to KL(p|q) (Hershey and Olsen 2007)"),
    /// The product approximation.
    KL_PRODUCT("product approximation to KL(p|q) (Hershey and Olsen 2007)"),
    /// `½ KL(p‖m) + ½ KL(q‖m)`.
    JENSEN_SHANNON("Jensen-Shannon divergence, Monte Carlo"),
    /// `½ ∫ |p − q|`.
    TOTAL_VARIATION("total variation, Monte Carlo"),
    /// `1 − ∫ √(pq)`.
    SQUARED_HELLINGER("squared Hellinger distance, Monte Carlo"),
    /// `∫ p²/q − 1`.
    CHI_SQUARED("chi^2(p|q), Monte Carlo, with the Pareto shape of p/q: above 0.7 do not trust it"),
    /// `E_p ‖∇ln p − ∇ln q‖²`.
    FISHER("Fisher divergence, Monte Carlo"),
    /// `W₂`.
    W2("lower and upper bound of the Wasserstein distance W2"),
    /// `MW₂`.
    MW2("Wasserstein distance between components (Delon and Desolneux 2020), exact"),
    /// `√∫ (p − q)²`.
    L2("root of the integral of (p - q)^2, exact"),
    /// `−ln (∫ pq / √(∫ p² ∫ q²))`.
    CAUCHY_SCHWARZ("Cauchy-Schwarz divergence, exact"),
    /// `−∫ p ln p`.
    ENTROPY("entropy of p: Monte Carlo and bounds");

    private final String summary;

    PairMetric(String summary) {
        this.summary = summary;
    }

    /// The name in results.
    ///
    /// @return such as `reverse-kl`
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it is, for lists.
    ///
    /// @return one line without a full stop
    public String summary() {
        return summary;
    }

    /// Whether exact points make it undefined.
    boolean needsDensity() {
        return this != W2 && this != MW2;
    }

    /// Reads an option's comma list.
    ///
    /// @param option the option that carried it
    /// @param words names, or `all` or nothing for all that suit
    /// @param haveDensities whether both mixtures have a density
    /// @return the metrics, in the order asked for
    /// @throws InputException if a name is unknown, stands twice, or needs a density that is not there
    public static List<PairMetric> of(String option, String words, boolean haveDensities) {
        if (words.isEmpty() || words.equals("all")) {
            return Arrays.stream(values())
                    .filter(metric -> haveDensities || !metric.needsDensity())
                    .toList();
        }
        List<PairMetric> metrics = Arrays.stream(words.split(",", -1))
                .map(word -> named(option, word.strip()))
                .toList();
        if (metrics.stream().distinct().count() < metrics.size()) {
            throw new InputException(option + " must name each metric once, got " + words);
        }
        metrics.stream()
                .filter(m -> m.needsDensity() && !haveDensities)
                .findFirst()
                .ifPresent(metric -> {
                    throw new InputException(option + ": " + metric.word()
                            + " needs a density, which a mixture of exact points has not");
                });
        return metrics;
    }

    private static PairMetric named(String option, String word) {
        List<String> known = Arrays.stream(values()).map(PairMetric::word).toList();
        if (!known.contains(word)) {
            throw new InputException(option + " between two mixtures must name their metrics, got \"" + word + "\"; "
                    + Nearest.suggestion(word, known));
        }
        return List.of(values()).get(known.indexOf(word));
    }
}
