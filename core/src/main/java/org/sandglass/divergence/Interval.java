package org.sandglass.divergence;

/// Two numbers between which a third one lies, to rounding.
///
/// @param lower not above it
/// @param upper not below it
public record Interval(double lower, double upper) {
    /// An interval around a number that is known.
    static Interval exactly(double value) {
        return new Interval(value, value);
    }
}
