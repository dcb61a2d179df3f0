package org.sandglass.figure;

/// How numbers become places on an axis.
sealed interface Scale {
    /// The number at the beginning of the axis.
    double low();

    /// The number at its end.
    double high();

    /// Places proportional to the number.
    record Linear(double low, double high) implements Scale {
        /// Checks the order.
        public Linear {
            if (!(low < high)) {
                throw new IllegalArgumentException("a linear scale needs low < high, got " + low + ", " + high);
            }
        }
    }

    /// Places proportional to its logarithm.
    record Log(double low, double high) implements Scale {
        /// Checks the order.
        public Log {
            if (!(low > 0 && low < high)) {
                throw new IllegalArgumentException("a log scale needs 0 < low < high, got " + low + ", " + high);
            }
        }
    }

    /// Where a number stands: 0 at the beginning, 1 at the end, and beyond where it is beyond.
    ///
    /// @return NaN or infinite where the number has no place
    default double share(double value) {
        return switch (this) {
            case Linear(double low, double high) -> (value - low) / (high - low);
            case Log(double low, double high) -> Math.log(value / low) / Math.log(high / low);
        };
    }

    /// A word for the kind, by which the mapping can be read from the file.
    default String word() {
        return switch (this) {
            case Linear _ -> "linear";
            case Log _ -> "log";
        };
    }
}
