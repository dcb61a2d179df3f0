package org.sandglass.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.sandglass.format.InputException;
import org.sandglass.importance.Entropies;
import org.sandglass.importance.FromProposal;
import org.sandglass.importance.FromTarget;
import org.sandglass.linalg.NumericalException;
import org.sandglass.metric.Estimate;

/// A number that log densities of a model `q` and of the exact mixture `p` give, at draws of `q`
/// (*reverse*) or of `p` (*forward*).
public final class DensityMetric {
    /// Whose draws a metric needs.
    enum Side {
        MODEL,
        TARGET
    }

    private static final List<DensityMetric> ALL = List.of(
            reverse(
                    "reverse-ess",
                    "effective share of the samples, (sum w)^2 / (n sum w^2)",
                    FromProposal::essFraction),
            reverse("elbo", "evidence lower bound, mean of ln p - ln q", FromProposal::elbo),
            reverse("reverse-log-z", "log evidence from the samples; 0 in truth", FromProposal::logZ),
            reverse("forward-kl", "KL(p|q), self-normalised", FromProposal::klOfTarget),
            reverse("reverse-kl", "KL(q|p), self-normalised", FromProposal::klOfProposal),
            reverse(
                    "pareto-k",
                    "shape of the tail of the weights; above 0.7 trust none of these",
                    q -> only(q.paretoK())),
            reverse("alpha-divergence", ":0.5", "D_alpha(p|q), self-normalised", (q, a) -> q.alphaDivergence(a)),
            reverse(
                    "renyi-divergence",
                    ":2",
                    "Renyi divergence of p from q, order > 0",
                    (q, a) -> q.renyiDivergence(a)),
            new DensityMetric(
                    "model-entropy",
                    "",
                    "Shannon entropy of the model",
                    Side.MODEL,
                    (e, _) -> Entropies.shannon(e.model())),
            new DensityMetric(
                    "tsallis-entropy",
                    ":2",
                    "Tsallis entropy of the model",
                    Side.MODEL,
                    (e, q) -> Entropies.tsallis(q, e.model())),
            new DensityMetric(
                    "mean-energy",
                    "",
                    "mean of -ln p at the samples",
                    Side.MODEL,
                    (e, _) -> Entropies.negativeLogLikelihood(e.target())),
            forward("forward-ess", "1 / (mean w mean 1/w) at draws of the mixture", FromTarget::essFraction),
            forward("eubo", "evidence upper bound, mean of ln p - ln q", FromTarget::eubo),
            forward("forward-log-z", "log evidence from draws of the mixture; 0 in truth", FromTarget::logZ),
            forward("forward-kl-at-target", "KL(p|q), self-normalised", FromTarget::klOfTarget),
            forward("reverse-kl-at-target", "KL(q|p), self-normalised", FromTarget::klOfProposal),
            forward("pareto-k-at-target", "shape of the tail of the inverse weights", p -> only(p.paretoK())),
            new DensityMetric(
                    "alpha-divergence-at-target",
                    ":0.5",
                    "D_alpha(p|q), self-normalised",
                    Side.TARGET,
                    (e, a) -> e.asDrawsOfTarget().alphaDivergence(a)),
            new DensityMetric(
                    "nll",
                    "",
                    "mean of -ln q at draws of the mixture",
                    Side.TARGET,
                    (e, _) -> Entropies.negativeLogLikelihood(e.model())));

    private final String name;
    private final String parameter;
    private final String summary;
    private final Side side;
    private final Formula formula;

    /// A number from log densities and a parameter.
    @FunctionalInterface
    private interface Formula {
        Estimate of(DensityEvidence evidence, double parameter);
    }

    /// A number from weights and a parameter.
    @FunctionalInterface
    private interface WeightFormula {
        Estimate of(FromProposal weights, double parameter);
    }

    private DensityMetric(String name, String parameter, String summary, Side side, Formula formula) {
        this.name = name;
        this.parameter = parameter;
        this.summary = summary;
        this.side = side;
        this.formula = formula;
    }

    private static DensityMetric reverse(String name, String summary, Function<FromProposal, Estimate> formula) {
        return new DensityMetric(name, "", summary, Side.MODEL, (e, _) -> formula.apply(e.asDrawsOfModel()));
    }

    private static DensityMetric reverse(String name, String parameter, String summary, WeightFormula formula) {
        return new DensityMetric(name, parameter, summary, Side.MODEL, (e, a) -> formula.of(e.asDrawsOfModel(), a));
    }

    private static DensityMetric forward(String name, String summary, Function<FromTarget, Estimate> formula) {
        return new DensityMetric(name, "", summary, Side.TARGET, (e, _) -> formula.apply(e.asDrawsOfTarget()));
    }

    private static Estimate only(OptionalDouble value) {
        return new Estimate(value.orElse(Double.NaN), Double.NaN);
    }

    /// All, those at draws of the model first.
    ///
    /// @return in the order of the documentation; those that take a number with a usual one
    public static List<DensityMetric> all() {
        return ALL;
    }

    /// The metric that a word names, with the number after its colon.
    ///
    /// @param option the option that carried it, for the message
    /// @param word such as `elbo` or `alpha-divergence:0.5`
    /// @return the metric, or empty if no density metric has that name
    /// @throws InputException if the number is missing, superfluous, or none
    static Optional<DensityMetric> find(String option, String word) {
        int colon = word.indexOf(':');
        String base = colon < 0 ? word : word.substring(0, colon);
        String number = colon < 0 ? "" : word.substring(colon);
        return ALL.stream()
                .filter(metric -> metric.name.equals(base))
                .findFirst()
                .map(m -> m.with(option, number));
    }

    private DensityMetric with(String option, String number) {
        if (parameter.isEmpty() != number.isEmpty()) {
            throw new InputException(option + ": " + name
                    + (parameter.isEmpty()
                            ? " takes no number, got " + name + number
                            : " needs a number, as in " + name + parameter));
        }
        DensityMetric metric = new DensityMetric(name, number, summary, side, formula);
        if (!number.isEmpty() && !(Math.abs(metric.number()) < Double.POSITIVE_INFINITY)) {
            throw new InputException(option + ": " + name + " needs a finite number, got " + number.substring(1));
        }
        return metric;
    }

    private double number() {
        if (parameter.isEmpty()) {
            return Double.NaN;
        }
        String digits = parameter.substring(1);
        return digits.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? Double.parseDouble(digits)
                : Double.NaN;
    }

    /// The name in results.
    ///
    /// @return such as `elbo`, or `alpha-divergence:0.5`
    public String name() {
        return name + parameter;
    }

    /// What it is, for lists.
    ///
    /// @return one line without a full stop
    public String summary() {
        return summary;
    }

    Side side() {
        return side;
    }

    /// The number, NaN where these weights leave it undefined.
    Estimate of(DensityEvidence evidence) {
        try {
            return formula.of(evidence, number());
        } catch (NumericalException undefined) {
            // all weights zero: no share, no divergence, and yet a result about the other numbers
            return new Estimate(Double.NaN, Double.NaN);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
