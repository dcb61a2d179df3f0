package org.sandglass.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sandglass.linalg.Points;

/// A number that says how far points are from an exact mixture, or from other points.
///
/// It is read beside its floor, the number that exact draws of the same size score ([Comparison]): few metrics
/// score 0 there.
public interface Metric {
    /// All metrics, by their names in files.
    ///
    /// @return in the order of the documentation
    static List<Metric> all() {
        return List.of(
                new SlicedWasserstein(1),
                new SlicedWasserstein(2),
                new SlicedWasserstein(SlicedWasserstein.Kind.PRECISE_MEAN, 1),
                new SlicedWasserstein(SlicedWasserstein.Kind.LARGEST, 1),
                new SlicedWasserstein(SlicedWasserstein.Kind.LARGEST, 2),
                new SlicedWassersteinExact(1),
                new SlicedWassersteinExact(2),
                new LineWassersteinExact(1),
                new LineWassersteinExact(2),
                new CloudWasserstein(CloudWasserstein.Kind.W1),
                new CloudWasserstein(CloudWasserstein.Kind.W2),
                new CloudWasserstein(CloudWasserstein.Kind.TORUS_W2),
                new ModeWeights(),
                new EnergyHistogram(EnergyHistogram.Kind.TOTAL_VARIATION),
                new EnergyHistogram(EnergyHistogram.Kind.JENSEN_SHANNON),
                new EnergyLine(1),
                new EnergyLine(2),
                new EnergyDistance(),
                new EnergyDistanceExact(),
                new MmdExact(MmdExact.Form.SQUARE),
                new MmdExact(MmdExact.Form.ROOT),
                Mmd.squared(),
                Mmd.root(),
                Mmd.ofVariationalSamplingMethods(),
                Mmd.zodMc(),
                Mmd.fkc(),
                Mmd.idem(),
                new MmdLinearTime(MmdLinearTime.Choice.LINEAR),
                new MmdLinearTime(MmdLinearTime.Choice.POLYNOMIAL),
                new EdfMetric(EdfMetric.Distance.KOLMOGOROV_SMIRNOV),
                new KsPValue(),
                new SlicedKs(64),
                new EdfMetric(EdfMetric.Distance.KUIPER),
                new EdfMetric(EdfMetric.Distance.CRAMER_VON_MISES),
                new EdfMetric(EdfMetric.Distance.ANDERSON_DARLING),
                HistogramMetric.ofCoordinates(HistogramMetric.Divergence.TOTAL_VARIATION),
                HistogramMetric.ofCoordinates(HistogramMetric.Divergence.JENSEN_SHANNON),
                HistogramMetric.ofCoordinates(HistogramMetric.Divergence.KULLBACK_LEIBLER),
                HistogramMetric.ofPlanes(HistogramMetric.Divergence.TOTAL_VARIATION),
                HistogramMetric.ofPlanes(HistogramMetric.Divergence.JENSEN_SHANNON),
                HistogramMetric.ofPlanes(HistogramMetric.Divergence.KULLBACK_LEIBLER),
                new ModeShares(ModeShares.By.DENSITY),
                new ModeShares(ModeShares.By.NEAREST),
                new ModeCoverage(ModeCoverage.Against.EQUAL_WEIGHTS),
                new ModeCoverage(ModeCoverage.Against.OWN_WEIGHTS),
                new MissedModes());
    }

    /// The metric that a word names: `sliced-w1`, or `sliced-w1:500` for one that takes a number.
    ///
    /// @param word a name, and after a colon its number
    /// @return the metric, or empty if there is none of that name, or it takes no such number
    static Optional<Metric> find(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        Stream<Metric> named = all().stream().filter(metric -> metric.name().equals(name));
        if (colon < 0) {
            return named.findFirst();
        }
        OptionalInt number = number(word.substring(colon + 1));
        return number.isEmpty() ? Optional.empty() : named.findFirst().flatMap(m -> m.with(number.getAsInt()));
    }

    private static OptionalInt number(String word) {
        return word.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }

    /// The name in files.
    ///
    /// @return as in `sliced-w1`
    String name();

    /// What it is, for lists.
    ///
    /// @return one line without a full stop
    String summary();

    /// Whether it belongs to the few that are computed where nobody asks for a choice.
    ///
    /// @return true for fast ones that suit most cases
    default boolean isUsual() {
        return false;
    }

    /// Whether its cost grows like the square of the number of points or faster, so that one floor must do.
    ///
    /// @return false if a million points are no burden
    default boolean isSlow() {
        return false;
    }

    /// Why it does not suit a case: a choice of several leaves it out then, and a request for it is refused.
    ///
    /// @param reference what the points are compared with, and how many they are
    /// @return what it needs and what there is, as in `needs D = 1, got D = 2`; empty if it suits
    default Optional<String> objection(Reference reference) {
        return Optional.empty();
    }

    /// The same metric with another number of what it averages over, such as projections.
    ///
    /// @param number as after the colon in `sliced-w1:500`
    /// @return the metric, or empty if it takes no number, or not this one
    default Optional<Metric> with(int number) {
        return Optional.empty();
    }

    /// Judges points.
    ///
    /// @param x n × d points, finite
    /// @param reference what they are compared with; without an [#objection]
    /// @return the number and its error
    Estimate of(Points x, Reference reference);
}
