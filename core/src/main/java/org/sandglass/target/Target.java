package org.sandglass.target;

import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;

/// A published mixture of Gaussians: its numbers as given, and their source. Immutable.
///
/// @param name what a person types, as in `gmm40-fab`
/// @param publication where it comes from
/// @param title what it is, in a few words without a full stop
/// @param details how its numbers come about, one line without a full stop
/// @param precision in which numbers it was published
/// @param weighting the weights of the `K` components
/// @param means the means, `K × D`
/// @param spread how wide the components are
/// @param logNormaliser the logarithm of the integral of the published density, 0 if that is normalised;
///     our own density always is
/// @param measurement of an inverse problem with this prior
public record Target(
        String name,
        Publication publication,
        String title,
        String details,
        Precision precision,
        ComponentWeights weighting,
        Points means,
        Spread spread,
        double logNormaliser,
        Optional<TargetMeasurement> measurement) {
    /// Copies the means, and checks what parameters of a family can make wrong.
    public Target {
        means = means.copy();
        if (means.firstNonFiniteRow() >= 0) {
            throw new IllegalArgumentException(
                    name + " needs finite means, got row " + means.firstNonFiniteRow() + " without");
        }
        if (spread instanceof Spread.Std(double std) && !(std > 0 && std < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " needs a finite std > 0, got " + std);
        }
    }

    /// A normalised mixture of equal weights, published in 64 bits.
    static Target of(Publication publication, String name, String title, String details, Points means, Spread spread) {
        return new Target(
                name,
                publication,
                title,
                details,
                Precision.FLOAT64,
                new ComponentWeights.Equal(),
                means,
                spread,
                0,
                Optional.empty());
    }

    Target weighted(ComponentWeights other) {
        return new Target(
                name, publication, title, details, precision, other, means, spread, logNormaliser, measurement);
    }

    Target inFloat32() {
        return new Target(
                name,
                publication,
                title,
                details,
                Precision.FLOAT32,
                weighting,
                means,
                spread,
                logNormaliser,
                measurement);
    }

    Target unnormalised(double logIntegral) {
        return new Target(
                name, publication, title, details, precision, weighting, means, spread, logIntegral, measurement);
    }

    Target measured(TargetMeasurement look) {
        return new Target(
                name,
                publication,
                title,
                details,
                precision,
                weighting,
                means,
                spread,
                logNormaliser,
                Optional.of(look));
    }

    /// The means as published.
    ///
    /// @return a copy, `K × D`
    @Override
    public Points means() {
        return means.copy();
    }

    /// How many components.
    ///
    /// @return `K ≥ 1`
    public int k() {
        return means.n();
    }

    /// The dimension.
    ///
    /// @return `D ≥ 1`
    public int d() {
        return means.d();
    }

    /// Where it was published, and how the numbers came about.
    ///
    /// @return one line without a full stop
    public String source() {
        return publication.reference() + ": " + details;
    }

    /// The mixture.
    ///
    /// @return with these weights, means and covariances, normalised
    public GaussianMixture mixture() {
        List<Covariance> covariances = spread.of(k(), d());
        return switch (weighting) {
            case ComponentWeights.Equal() -> GaussianMixture.equallyWeighted(means, covariances);
            case ComponentWeights.Weights(List<Double> values) ->
                GaussianMixture.ofWeights(numbers(values), means, covariances);
            case ComponentWeights.Logits(List<Double> values) ->
                GaussianMixture.ofLogits(numbers(values), means, covariances);
        };
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
