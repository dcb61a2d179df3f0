package org.sandglass.format;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;

/// An array of numbers held whole: the element at `(i, j, …)` is `data[(i·n₁ + j)·n₂ + …]` (row-major).
public final class NumberArray {
    private final List<Integer> shape;
    private final double[] data;

    private NumberArray(List<Integer> shape, double[] data) {
        this.shape = List.copyOf(shape);
        this.data = data;
        if (Shapes.size(this.shape) != data.length) {
            throw new IllegalArgumentException("shape " + this.shape + " does not hold " + data.length + " numbers");
        }
    }

    /// An array over existing numbers, which it takes over.
    ///
    /// @param shape the length of each axis
    /// @param data the numbers, row-major
    /// @return an array that shares the numbers
    /// @throws IllegalArgumentException if the shape holds another count
    public static NumberArray wrap(List<Integer> shape, double[] data) {
        return new NumberArray(shape, data);
    }

    /// Points as an array `[N, D]` that shares their numbers.
    ///
    /// @param points the points
    /// @return the array
    public static NumberArray of(Points points) {
        return new NumberArray(List.of(points.n(), points.d()), points.data());
    }

    /// The length of each axis.
    ///
    /// @return as in numpy: `[]` for a single number, `[N, D]` for points
    public List<Integer> shape() {
        return shape;
    }

    /// The live numbers, row-major.
    ///
    /// @return the array itself
    public double[] data() {
        return data;
    }

    /// The numbers of an `[N, D]` array as points, or of an `[N, B, D]` one as `N·B` points.
    ///
    /// @return points that share the numbers
    /// @throws IllegalArgumentException if there are fewer than two axes, or no coordinate
    public Points points() {
        if (shape.size() < 2) {
            throw new IllegalArgumentException("points need shape [N, D] or [N, B, D], got " + shape);
        }
        int d = shape.getLast();
        return Points.wrap(data, d == 0 ? 0 : data.length / d, d);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberArray that && shape.equals(that.shape) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "NumberArray" + shape;
    }
}
