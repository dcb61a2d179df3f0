package org.sandglass.format;

import java.util.List;

/// A named quantity of each point: the array's name and the shape of what belongs to one point.
///
/// @param name as in `log-density`
/// @param shape `[]` for a scalar, `[D]` for a vector, `[D, D]` for a matrix
public record Quantity(String name, List<Integer> shape) {
    /// Checks the name and copies the shape.
    public Quantity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a quantity needs a name");
        }
        if (shape.stream().anyMatch(length -> length < 0)) {
            throw new IllegalArgumentException(name + " needs axes >= 0, got " + shape);
        }
        shape = List.copyOf(shape);
    }

    /// One number per point.
    ///
    /// @param name the array's name
    /// @return a quantity of shape `[]`
    public static Quantity scalar(String name) {
        return new Quantity(name, List.of());
    }

    /// A vector per point.
    ///
    /// @param name the array's name
    /// @param length of each vector
    /// @return a quantity of shape `[length]`
    public static Quantity vector(String name, int length) {
        return new Quantity(name, List.of(length));
    }

    /// A square matrix per point.
    ///
    /// @param name the array's name
    /// @param d its rows and columns
    /// @return a quantity of shape `[d, d]`
    public static Quantity matrix(String name, int d) {
        return new Quantity(name, List.of(d, d));
    }

    /// How many numbers belong to one point.
    ///
    /// @return the product of the shape
    public int size() {
        return Shapes.rowSize(shape);
    }
}
