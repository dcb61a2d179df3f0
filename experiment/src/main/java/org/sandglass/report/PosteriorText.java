package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.report.Block.Cell;

/// What is said of an exact posterior beside its figure.
final class PosteriorText {
    private static final int ROWS = 40;

    private PosteriorText() {}

    /// What became of the weights.
    static Block weights(GaussianMixture prior, Conditioned posterior) {
        double[] before = prior.weights();
        double[] after = posterior.mixture().weights();
        Points means = posterior.mixture().means();
        int shown = Math.min(ROWS, prior.k());
        String rest = shown < prior.k() ? " The first " + shown + " of " + prior.k() + " components." : "";
        List<List<Cell>> rows = IntStream.range(0, shown)
                .mapToObj(k -> List.of(
                        Cell.of(Integer.toString(k)),
                        Cell.of(Words.digits(before[k])),
                        Cell.of(Words.digits(after[k])),
                        Cell.of(Words.point(means.row(k)))))
                .toList();
        return new Block.Table(
                "Components keep the prior's order." + rest,
                List.of("component", "prior weight", "posterior weight", "posterior mean"),
                rows);
    }

    /// How the posterior follows from the prior.
    static SequencedMap<String, String> formulas() {
        SequencedMap<String, String> formulas = new LinkedHashMap<>();
        formulas.put("measurement", "$y = A x + ε$, $ε ~ N(0, R)$");
        formulas.put("gain", "$G_{k} = Σ_{k} Aᵀ S_{k}^{−1}$ with $S_{k} = A Σ_{k} Aᵀ + R$");
        formulas.put("means", "$μ_{k}′ = μ_{k} + G_{k} (y − A μ_{k})$");
        formulas.put("covariances", "$Σ_{k}′ = Σ_{k} − G_{k} A Σ_{k}$");
        formulas.put("weights", "$w_{k}′ ∝ w_{k} N(y; A μ_{k}, S_{k})$");
        formulas.put("log evidence", "$ln p(y) = ln Σ_{k} w_{k} N(y; A μ_{k}, S_{k})$");
        return formulas;
    }
}
