package org.sandglass.compare;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.flow.LineError;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;

/// On the line a rule without noise is a map of quantiles: its distances are integrals, without drawing.
///
/// @param law a mixture on the line under its process
/// @param start the law to start from
/// @param streams for the points at which evaluations are counted where the rule does not state them
/// @param workers the threads
record LineJudge(DiffusedMixture law, Start start, RandomStreams streams, Workers workers) implements Judge {
    /// The mean distance of quantiles.
    static final String W1 = "w1";

    private static final int COUNTED = 1024;

    @Override
    public String method() {
        return "integral over quantiles on the line, nothing drawn";
    }

    @Override
    public Verdict judge(Cell cell, StepObserver observer) {
        Sampler sampler = cell.sampler();
        long begin = System.nanoTime();
        try {
            LineError error = LineError.of(law, sampler, start, sampler.grid().to());
            double seconds = (System.nanoTime() - begin) / 1e9;
            observer.afterStep(sampler.grid().steps(), sampler.grid().steps());
            Verdict verdict = new Verdict(evaluations(sampler), seconds, errors(error), Optional.empty());
            return error.monotone() ? verdict : verdict.noted(Verdict.UPPER_BOUND);
        } catch (NumericalException problem) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return Verdict.failed(sampler.evaluations().orElse(0), seconds, problem);
        }
    }

    private static SequencedMap<String, ErrorValue> errors(LineError error) {
        SequencedMap<String, ErrorValue> errors = new LinkedHashMap<>();
        errors.put(Case.W2, new ErrorValue(error.w2(), 0, error.w2Error(), 0));
        errors.put(W1, new ErrorValue(error.w1(), 0, error.w1Error(), 0));
        return errors;
    }

    private double evaluations(Sampler sampler) {
        if (sampler.evaluations().isPresent()) {
            return sampler.evaluations().getAsInt();
        }
        Points from = start.draw(law, sampler.grid().from(), COUNTED, streams);
        return sampler.run(
                        new MixtureDenoiser(law), from, streams, workers, new Recording.EndOnly(), StepObserver.quiet())
                .evaluations();
    }
}
