package org.sandglass.figure;

/// How numbers become places on an axis.
sealed interface Scale {
    /// The least number of the axis.
    double low();

    /// The greatest.
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

    /// Places proportional to the number, of which only whole ones have ticks.
    record Count(double low, double high) implements Scale {
        /// Checks the order.
        public Count {
            if (!(low < high)) {
                throw new IllegalArgumentException("a scale needs low < high, got " + low + ", " + high);
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

    /// Places proportional to the number, the greatest first.
    record Falling(double low, double high) implements Scale {
        /// Checks the order.
        public Falling {
            if (!(low < high)) {
                throw new IllegalArgumentException("a scale needs low < high, got " + low + ", " + high);
            }
        }
    }

    /// A linear scale from one number to another, rising or falling.
    static Scale between(double first, double last) {
        return first < last ? new Linear(first, last) : new Falling(last, first);
    }

    /// Where a number stands: 0 at the beginning, 1 at the end, and beyond where it is beyond.
    ///
    /// @return NaN or infinite where the number has no place
    default double share(double value) {
        return switch (this) {
            case Linear(double low, double high) -> (value - low) / (high - low);
            case Count(double low, double high) -> (value - low) / (high - low);
            case Falling(double low, double high) -> (high - value) / (high - low);
            case Log(double low, double high) -> (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
        };
    }

    /// The kind and the numbers at both ends, from which the mapping can be read.
    default String mapping() {
        return switch (this) {
            case Linear _, Count _ -> "linear " + low() + " " + high();
            case Falling _ -> "linear " + high() + " " + low();
            case Log _ -> "log " + low() + " " + high();
        };
    }
}
