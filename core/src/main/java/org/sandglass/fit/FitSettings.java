package org.sandglass.fit;

/// How mixtures are fitted.
///
/// @param structure of the covariances
/// @param prior the floor under variances
/// @param start where to begin
/// @param restarts how many starts, of which the best end is kept; a start that is given counts once
/// @param tolerance an iteration that gains less than this per row, in log likelihood + log prior, is the
/// last
/// @param iterations how many at most
/// @param seed of the starts
public record FitSettings(
        Structure structure,
        VariancePrior prior,
        Start start,
        int restarts,
        double tolerance,
        int iterations,
        long seed) {
    /// The default of `restarts`.
    public static final int RESTARTS = 3;

    /// The default of `tolerance`.
    public static final double TOLERANCE = 1e-6;

    /// The default of `iterations`.
    public static final int ITERATIONS = 500;

    /// Checks the ranges.
    public FitSettings {
        if (restarts < 1) {
            throw new IllegalArgumentException("restarts must be >= 1, got " + restarts);
        }
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be finite and >= 0, got " + tolerance);
        }
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations must be >= 0, got " + iterations);
        }
    }

    /// The usual settings for a structure.
    ///
    /// @param structure of the covariances
    /// @return all defaults, seed 0
    public static FitSettings usual(Structure structure) {
        return new FitSettings(structure, VariancePrior.usual(), Start.usual(), RESTARTS, TOLERANCE, ITERATIONS, 0);
    }

    /// The same with another prior.
    ///
    /// @param other the prior
    /// @return all else as here
    public FitSettings withPrior(VariancePrior other) {
        return new FitSettings(structure, other, start, restarts, tolerance, iterations, seed);
    }

    /// The same with another start.
    ///
    /// @param other where to begin
    /// @return all else as here
    public FitSettings withStart(Start other) {
        return new FitSettings(structure, prior, other, restarts, tolerance, iterations, seed);
    }

    /// The same with another end.
    ///
    /// @param gain the tolerance
    /// @param most iterations
    /// @return all else as here
    public FitSettings withEnd(double gain, int most) {
        return new FitSettings(structure, prior, start, restarts, gain, most, seed);
    }
}
