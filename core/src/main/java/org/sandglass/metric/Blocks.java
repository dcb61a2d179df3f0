package org.sandglass.metric;

import java.util.Arrays;

/// Consecutive blocks of points, whose scores give a standard error: block `i` is the rows `[i·size, (i +
/// 1)·size)`.
///
/// @param count how many blocks
/// @param size points in each; fewer than `count` points are left over
record Blocks(int count, int size) {
    /// Ten blocks, or as many as there are points.
    static Blocks ten(int n) {
        int count = Math.min(10, n);
        return new Blocks(count, n / count);
    }

    /// At least ten blocks of two to a thousand points, as far as the points suffice.
    static Blocks small(int n) {
        int size = Math.clamp(n / 10, 2, 1000);
        return new Blocks(n / size, size);
    }

    /// The error of the mean of all values from the means of the blocks, where neighbours may depend on each other.
    double errorOfMean(double[] values) {
        double[] means = new double[count];
        for (int b = 0; b < count; b++) {
            means[b] = Estimate.mean(Arrays.copyOfRange(values, b * size, (b + 1) * size));
        }
        return Estimate.errorOfMean(means);
    }
}
