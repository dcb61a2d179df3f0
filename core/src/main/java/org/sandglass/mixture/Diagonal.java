package org.sandglass.mixture;

import java.util.Arrays;

/// `Σ = diag(s₁², …, s_d²)`.
public final class Diagonal implements Covariance {
    private final double[] stds;

    private Diagonal(double[] stds) {
        this.stds = stds;
    }

    /// A diagonal covariance from its standard deviations.
    ///
    /// @param stds `d ≥ 1` standard deviations, finite and `≥ 0`; copied
    /// @return the covariance
    /// @throws IllegalArgumentException naming the first bad entry
    public static Diagonal of(double... stds) {
        requireStds(stds, "stds");
        return new Diagonal(stds.clone());
    }

    /// The standard deviations.
    ///
    /// @return a copy, `d` numbers
    public double[] stds() {
        return stds.clone();
    }

    /// The live array, for the loops of this package: read only.
    double[] live() {
        return stds;
    }

    static void requireStds(double[] stds, String name) {
        if (stds.length == 0) {
            throw new IllegalArgumentException(name + " needs at least one entry");
        }
        for (int j = 0; j < stds.length; j++) {
            if (!(stds[j] >= 0 && stds[j] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + "[" + j + "] must be finite and >= 0, got " + stds[j]);
            }
        }
    }

    static double[] combine(double a, double[] stds, double b) {
        double[] out = new double[stds.length];
        for (int j = 0; j < stds.length; j++) {
            out[j] = Covariance.combine(a, stds[j], b);
        }
        return out;
    }

    static double[] givenNoisyLook(double a, double[] stds, double b) {
        double[] out = new double[stds.length];
        for (int j = 0; j < stds.length; j++) {
            out[j] = stds[j] * (b / Covariance.combine(a, stds[j], b));
        }
        return out;
    }

    static double sumOfLogs(double[] stds) {
        double sum = 0;
        for (double s : stds) {
            sum += Math.log(s);
        }
        return sum;
    }

    static double sumOfSquares(double[] stds) {
        double sum = 0;
        for (double s : stds) {
            sum = Math.fma(s, s, sum);
        }
        return sum;
    }

    static double sumOfInverseSquares(double[] stds) {
        double sum = 0;
        for (double s : stds) {
            sum += 1 / s / s;
        }
        return sum;
    }

    static boolean allPositive(double[] stds) {
        return Arrays.stream(stds).allMatch(s -> s > 0);
    }

    @Override
    public int d() {
        return stds.length;
    }

    @Override
    public double logDeterminant() {
        return 2 * sumOfLogs(stds);
    }

    @Override
    public boolean positiveDefinite() {
        return allPositive(stds);
    }

    @Override
    public Diagonal scaledPlus(double a, double b) {
        return new Diagonal(combine(a, stds, b));
    }

    @Override
    public Diagonal givenNoisyLook(double a, double b) {
        return new Diagonal(givenNoisyLook(a, stds, b));
    }

    @Override
    public double trace() {
        return sumOfSquares(stds);
    }

    @Override
    public double precisionTrace() {
        return sumOfInverseSquares(stds);
    }

    @Override
    public double[] matrix() {
        int d = stds.length;
        double[] matrix = new double[Math.multiplyExact(d, d)];
        for (int j = 0; j < d; j++) {
            matrix[j * d + j] = stds[j] * stds[j];
        }
        return matrix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diagonal that && Arrays.equals(stds, that.stds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stds);
    }

    @Override
    public String toString() {
        return "Diagonal" + Arrays.toString(stds);
    }
}
