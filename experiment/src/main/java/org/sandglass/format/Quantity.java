package org.sandglass.format;

import java.util.List;

/// A named quantity of each point: the array's name, the shape of what belongs to one point, and of what
/// numbers.
///
/// @param name as in `log-density`
/// @param shape `[]` for a scalar, `[D]` for a vector, `[D, D]` for a matrix
/// @param kind real numbers, or integers
public record Quantity(String name, List<Integer> shape, Kind kind) {
    /// What numbers an array holds.
    public enum Kind {
        /// Doubles.
        REAL("<f8"),
        /// Integers below 2⁵³, handed over as doubles: 64 bits wide in arrays, 32 in Parquet.
        INTEGER("<i8");

        private final String descr;

        Kind(String descr) {
            this.descr = descr;
        }

        /// numpy's description of the type.
        ///
        /// @return little-endian, eight bytes
        String descr() {
            return descr;
        }
    }

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

    /// Real numbers of any shape.
    ///
    /// @param name the array's name
    /// @param shape of what belongs to one point
    public Quantity(String name, List<Integer> shape) {
        this(name, shape, Kind.REAL);
    }

    /// One number per point.
    ///
    /// @param name the array's name
    /// @return a quantity of shape `[]`
    public static Quantity scalar(String name) {
        return new Quantity(name, List.of());
    }

    /// One integer per point.
    ///
    /// @param name the array's name
    /// @return a quantity of shape `[]`
    public static Quantity integer(String name) {
        return new Quantity(name, List.of(), Kind.INTEGER);
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
