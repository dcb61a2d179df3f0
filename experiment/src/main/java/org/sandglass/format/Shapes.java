package org.sandglass.format;

import java.util.List;

/// Arithmetic on the shapes of arrays.
final class Shapes {
    private Shapes() {}

    /// How many numbers a shape holds.
    ///
    /// @param shape the length of each axis, all `≥ 0`
    /// @return their product, 1 for no axes
    /// @throws ArithmeticException if it exceeds a `long`
    static long size(List<? extends Number> shape) {
        // An empty axis makes an empty array, however long the others are.
        if (shape.stream().anyMatch(length -> length.longValue() == 0)) {
            return 0;
        }
        return shape.stream().mapToLong(Number::longValue).reduce(1, Math::multiplyExact);
    }

    /// How many numbers one row holds.
    ///
    /// @param rowShape the axes after the first
    /// @return their product
    /// @throws ArithmeticException if it exceeds an `int`
    static int rowSize(List<Integer> rowShape) {
        return Math.toIntExact(size(rowShape));
    }
}
