package org.sandglass.compare;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.flow.GaussianDistance;
import org.sandglass.flow.GaussianPropagation;
import org.sandglass.linalg.NumericalException;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;

/// On one Gaussian the law of what a sampler returns is a Gaussian, which is propagated: `W₂` without drawing.
///
/// @param law one Gaussian under its process
/// @param start the law to start from
record GaussianJudge(DiffusedMixture law, Start start) implements Judge {
    /// The part of the means.
    static final String OF_MEANS = "w2-of-means";

    @Override
    public String method() {
        return "exact law of the output on one Gaussian, nothing drawn";
    }

    /// @throws IllegalArgumentException if the rule is not affine
    @Override
    public Verdict judge(Cell cell, StepObserver observer) {
        double evaluations = cell.sampler()
                .evaluations()
                .orElseThrow(() -> new IllegalArgumentException("a rule whose evaluations depend on the points"));
        long begin = System.nanoTime();
        try {
            GaussianPropagation.Outcome outcome = GaussianPropagation.of(law, cell.sampler(), start);
            observer.afterStep(
                    cell.sampler().grid().steps(), cell.sampler().grid().steps());
            return new Verdict(evaluations, seconds(begin), errors(outcome), Optional.empty());
        } catch (NumericalException problem) {
            return Verdict.failed(evaluations, seconds(begin), problem);
        }
    }

    private static SequencedMap<String, ErrorValue> errors(GaussianPropagation.Outcome outcome) {
        GaussianDistance distance = outcome.toMarginal();
        SequencedMap<String, ErrorValue> errors = new LinkedHashMap<>();
        errors.put(Case.W2, ErrorValue.exact(distance.w2()));
        errors.put(OF_MEANS, ErrorValue.exact(distance.ofMeans()));
        errors.put("w2-of-spreads", ErrorValue.exact(distance.ofSpreads()));
        errors.put("w2-to-data", ErrorValue.exact(outcome.toData().w2()));
        return errors;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
