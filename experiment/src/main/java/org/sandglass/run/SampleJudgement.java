package org.sandglass.run;

import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Metric;
import org.sandglass.metric.Reference;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.MetricChoice;

/// Judges the points of a file, by a mixture or by other points.
///
/// With the seed of an experiment, its samples get the numbers of its `results.json`.
///
/// @param samples the points
/// @param choice which metrics
/// @param seed of the draws that they are compared with, and of projections
/// @param workers the threads
/// @param progress told after every number
public record SampleJudgement(SampleFile samples, MetricChoice choice, long seed, Workers workers, Progress progress) {
    private static final String OPTION = "--metrics";

    /// Compares with an exact law.
    ///
    /// @param law the mixture
    /// @return `{<metric>: {value, standard-error, floor, floor-standard-error}}`
    /// @throws InputException if the points are not what they must be, or a metric does not suit them
    /// @throws IOException if the machine fails
    public SequencedMap<String, Object> by(GaussianMixture law) throws IOException {
        Points x = samples.read();
        requireDimension(x, law.d(), "the mixture");
        return judged(x, new Reference(law, x.n(), streams(), workers::forEach));
    }

    /// Compares with other points. The floor is what two random parts of all points together score.
    ///
    /// @param others the other points
    /// @return `{<metric>: {value, standard-error, floor, floor-standard-error}}`
    /// @throws InputException if the points are not what they must be, or a metric does not suit them
    /// @throws IOException if the machine fails
    public SequencedMap<String, Object> by(SampleFile others) throws IOException {
        Points y = others.read();
        Points x = samples.read();
        requireDimension(x, y.d(), others.file().toString());
        return judged(x, Reference.ofPoints(x, y, streams(), workers::forEach));
    }

    private SequencedMap<String, Object> judged(Points x, Reference reference) {
        List<Metric> metrics = choice.metrics(OPTION, reference);
        return MetricDocument.of(
                reference.compare(metrics, x, (done, total, metric) -> progress.at(done, total, metric)));
    }

    private void requireDimension(Points x, int d, String owner) {
        if (x.d() != d) {
            throw new InputException(samples.file() + ": points must have shape [N, D] with D = " + d + " as " + owner
                    + " has, got D = " + x.d());
        }
    }

    /// Those that judge an experiment of this seed.
    private RandomStreams streams() {
        return RandomStreams.of(RandomStreams.of(seed).stream("judge").nextLong());
    }
}
