package org.sandglass.figure;

/// What an axis measures.
///
/// @param label the quantity, with its unit if it has one; may be empty
/// @param kind how numbers become places
/// @param range which numbers are shown
public record Measure(String label, Kind kind, Range range) {
    /// How numbers become places.
    public enum Kind {
        /// In proportion.
        LINEAR,
        /// In proportion, and only whole numbers have ticks.
        COUNT,
        /// By their logarithm; numbers that are not positive have no place.
        LOG
    }

    /// Which numbers are shown.
    public sealed interface Range {
        /// All that there are, with some room.
        record Data() implements Range {}

        /// All that there are, and 0; not for logarithmic axes.
        record FromZero() implements Range {}

        /// Those between two numbers.
        ///
        /// @param low the first
        /// @param high the last, `> low`
        record Between(double low, double high) implements Range {
            /// Checks the order.
            public Between {
                if (!(low < high && high - low <= 1e300)) {
                    throw new IllegalArgumentException("Measure.Range needs low < high, got " + low + ", " + high);
                }
            }
        }
    }

    /// Checks that a logarithmic axis begins above 0.
    public Measure {
        boolean zero =
                range instanceof Range.FromZero || (range instanceof Range.Between(double low, double _) && !(low > 0));
        if (kind == Kind.LOG && zero) {
            throw new IllegalArgumentException("a logarithmic axis needs a range above 0, got " + range);
        }
    }

    /// A linear axis over the data.
    ///
    /// @param label the quantity
    /// @return the axis
    public static Measure of(String label) {
        return new Measure(label, Kind.LINEAR, new Range.Data());
    }

    /// A linear axis from 0.
    ///
    /// @param label the quantity
    /// @return the axis
    public static Measure fromZero(String label) {
        return new Measure(label, Kind.LINEAR, new Range.FromZero());
    }

    /// A linear axis between two numbers.
    ///
    /// @param label the quantity
    /// @param low the first number
    /// @param high the last
    /// @return the axis
    public static Measure between(String label, double low, double high) {
        return new Measure(label, Kind.LINEAR, new Range.Between(low, high));
    }

    /// A logarithmic axis over the data.
    ///
    /// @param label the quantity
    /// @return the axis
    public static Measure log(String label) {
        return new Measure(label, Kind.LOG, new Range.Data());
    }

    /// The scale for some numbers.
    Scale scale(Extent extent, double room) {
        return switch (range) {
            case Range.Between(double low, double high) -> {
                Extent both = new Extent().addAll(low, high);
                yield kind == Kind.LOG ? new Scale.Log(low, high) : linear(both.linear(0));
            }
            case Range.FromZero() -> linear(extent.fromZero(room));
            case Range.Data() -> kind == Kind.LOG ? extent.log(room) : linear(extent.linear(room));
        };
    }

    private Scale linear(Scale scale) {
        return kind == Kind.COUNT ? new Scale.Count(scale.low(), scale.high()) : scale;
    }
}
