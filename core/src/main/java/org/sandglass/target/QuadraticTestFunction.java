package org.sandglass.target;

import java.util.Arrays;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.replica.TorchRandom;

/// `f(x) = (x + s)ᵀ A (x + s) + bᵀ (x + s)`, a function whose expectation under a mixture is known.
/// Immutable.
///
/// FAB judges samplers by how well their samples give this expectation; its own value is a Monte Carlo
/// estimate, ours is exact.
public final class QuadraticTestFunction {
    private final double[] shift;
    private final double[] matrix;
    private final double[] slope;

    private QuadraticTestFunction(double[] shift, double[] matrix, double[] slope) {
        this.shift = shift;
        this.matrix = matrix;
        this.slope = slope;
    }

    /// A function of any dimension.
    ///
    /// @param shift `s`, `d` numbers
    /// @param matrix `A`, `d × d`, not necessarily symmetric
    /// @param slope `b`, `d` numbers
    /// @return the function
    /// @throws IllegalArgumentException if the shapes do not fit
    public static QuadraticTestFunction of(double[] shift, double[][] matrix, double[] slope) {
        int d = shift.length;
        boolean square = matrix.length == d && Arrays.stream(matrix).allMatch(row -> row.length == d);
        if (d == 0 || !square || slope.length != d) {
            throw new IllegalArgumentException("the matrix and the slope must be of dimension " + d + " as the shift");
        }
        return new QuadraticTestFunction(shift.clone(), Points.of(matrix).data(), slope.clone());
    }

    /// FAB's function in the plane: `s = 2·randn(2)`, `A = 2·rand(2, 2)`, `b = rand(2)` after
    /// `torch.manual_seed(0)`, in 32 bits. Its expectation under `gmm40-fab` is 1777.886059268078.
    ///
    /// @return the function
    public static QuadraticTestFunction fab() {
        TorchRandom random = TorchRandom.ofSeed(0);
        double[] shift = {2f * (float) random.nextNormal(), 2f * (float) random.nextNormal()};
        double[] matrix = new double[4];
        Arrays.setAll(matrix, _ -> 2f * random.nextFloat());
        double[] slope = {random.nextFloat(), random.nextFloat()};
        return new QuadraticTestFunction(shift, matrix, slope);
    }

    /// The value at a point.
    ///
    /// @param x `d` numbers
    /// @return `f(x)`
    public double at(double... x) {
        int d = shift.length;
        if (x.length != d) {
            throw new IllegalArgumentException("the point must have " + d + " coordinates, got " + x.length);
        }
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double row = slope[i];
            for (int j = 0; j < d; j++) {
                row += matrix[i * d + j] * (x[j] + shift[j]);
            }
            sum += row * (x[i] + shift[i]);
        }
        return sum;
    }

    /// The exact expectation: `Σₖ wₖ (f(μₖ) + tr(A Σₖ))`.
    ///
    /// @param law a mixture of the same dimension
    /// @return `E f(X)`
    public double expectation(GaussianMixture law) {
        double[] weights = law.weights();
        double sum = 0;
        for (int k = 0; k < law.k(); k++) {
            sum += weights[k]
                    * (at(law.means().row(k)) + traceWith(law.covariance(k).matrix()));
        }
        return sum;
    }

    /// `tr(A Σ)` for a symmetric `Σ` is the sum of the products of entries.
    private double traceWith(double[] covariance) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i] * covariance[i];
        }
        return sum;
    }
}
