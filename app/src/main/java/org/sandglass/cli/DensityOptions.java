package org.sandglass.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sandglass.format.InputException;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.DensityChoice;
import org.sandglass.run.DensityJudgement;
import org.sandglass.run.DensityMetric;
import org.sandglass.run.PairJudgement;
import org.sandglass.run.PairMetric;
import org.sandglass.run.Progress;
import org.sandglass.run.SampleFile;
import org.sandglass.sampler.Workers;
import picocli.CommandLine.Option;

/// What `metrics` needs to compare densities: a model beside the mixture, or a second mixture in place of
/// points.
final class DensityOptions {
    private static final int DRAWS = 100_000;

    @Option(
            names = "--model",
            paramLabel = "Q",
            description =
                    "The law that the samples came from, if it is a mixture: adds density metrics. Else they can be"
                            + " asked for by name, and the files hold the model's own log density as log-density.")
    private String model = "";

    @Option(
            names = "--target-samples",
            paramLabel = "FILE",
            description = "Draws of the mixture, for the density metrics that need them (forward-ess, eubo, nll, …).")
    private String targetSamples = "";

    @Option(
            names = "--against-mixture",
            paramLabel = "Q",
            description = "Another mixture to compare the mixture with, at the same --process and --time, instead of"
                    + " points: exact values, bounds, and Monte Carlo by -n draws of each (100000).")
    private String againstMixture = "";

    boolean isBetweenMixtures() {
        return !againstMixture.isEmpty();
    }

    /// Refuses options that do not belong together.
    void check(String samples, String mixture, String against) {
        if (isBetweenMixtures() && (mixture.isEmpty() || !samples.isEmpty() || !against.isEmpty())) {
            throw new InputException(
                    "--against-mixture compares a --mixture with another one, without --samples or --against");
        }
        if (isBetweenMixtures() && !(model.isEmpty() && targetSamples.isEmpty())) {
            throw new InputException("--against-mixture takes no --model and no --target-samples");
        }
        if (mixture.isEmpty() && !(model.isEmpty() && targetSamples.isEmpty())) {
            throw new InputException("--model and --target-samples need a --mixture to compare with, got only points");
        }
    }

    /// Which of the metrics asked for are about densities.
    DensityChoice choice(String metrics) {
        boolean hasModel = !model.isEmpty();
        return DensityChoice.of("--metrics", metrics, hasModel, hasModel && !targetSamples.isEmpty());
    }

    SequencedMap<String, Object> judged(
            DensityChoice choice,
            SampleFile samples,
            Function<String, SampleFile> file,
            BiFunction<String, String, GaussianMixture> law,
            GaussianMixture mixture,
            Workers workers)
            throws IOException {
        Optional<SampleFile> target =
                targetSamples.isEmpty() ? Optional.empty() : Optional.of(file.apply(targetSamples));
        Optional<GaussianMixture> known = model.isEmpty() ? Optional.empty() : Optional.of(law.apply("--model", model));
        return new DensityJudgement(choice.metrics(), samples, target, known, workers).by(mixture);
    }

    SequencedMap<String, Object> between(
            GaussianMixture p,
            BiFunction<String, String, GaussianMixture> law,
            String metrics,
            String count,
            long seed,
            Workers workers,
            Progress progress) {
        GaussianMixture q = law.apply("--against-mixture", againstMixture);
        if (p.d() != q.d()) {
            throw new InputException("--against-mixture has dimension " + q.d() + ", the mixture has " + p.d());
        }
        int draws = count.isEmpty() ? DRAWS : (int) Everywhere.whole("-n", count, 2, Integer.MAX_VALUE / 2);
        List<PairMetric> chosen = PairMetric.of("--metrics", metrics, hasDensity(p) && hasDensity(q));
        return new PairJudgement(p, q, draws, seed, workers::forEach).by(chosen, progress);
    }

    private static boolean hasDensity(GaussianMixture mixture) {
        return mixture.covariances().stream().allMatch(Covariance::positiveDefinite);
    }

    /// Lists what is there beside the metrics of points.
    void list(Console console) {
        console.out().println("With --model, or the model's log-density in the files:");
        DensityMetric.all().forEach(metric -> list(console, metric.name(), metric.summary()));
        console.out().println("With --against-mixture:");
        for (PairMetric metric : PairMetric.values()) {
            list(console, metric.word(), metric.summary());
        }
    }

    private static void list(Console console, String name, String summary) {
        console.out().printf(Locale.ROOT, "  %-30s %s%n", name, summary);
    }
}
