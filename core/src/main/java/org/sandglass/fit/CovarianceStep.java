package org.sandglass.fit;

import org.sandglass.linalg.NumericalException;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.Spectral;

/// From the scatter of each component, and the prior, to its covariance in a structure; the formulas stand
/// at [MStep].
///
/// A covariance that cannot be told from a flat one is a [Collapse].
///
/// @param structure what it looks like
/// @param floor the prior
/// @param columns the data's
/// @param when as in `in iteration 12`
record CovarianceStep(Structure structure, Floor floor, Columns columns, String when) {
    Covariance covariance(Scatter scatter, int k) {
        return switch (structure) {
            case Structure.Isotropic() -> isotropic(scatter, k);
            case Structure.Diagonal() -> diagonal(scatter, k);
            case Structure.Full(), Structure.Tied() -> full(matrix(scatter, k), scatter, k);
            case Structure.LowRank(int rank) ->
                scatter.squares() instanceof Squares.Factors sums
                        ? new FactorStep(scatter, sums, floor, columns, when).covariance(k)
                        : factors(scatter, k, rank);
        };
    }

    private Isotropic isotropic(Scatter scatter, int k) {
        int d = scatter.d();
        double trace = d * floor.meanPull();
        double spacing = 0;
        for (int j = 0; j < d; j++) {
            trace += scatter.square(k, j);
            spacing += columns.spacing(j) * columns.spacing(j) / d;
        }
        double variance = trace / d / (scatter.count(k) + floor.strength());
        if (!(variance > spacing)) {
            throw Collapse.of(k, scatter.count(k), when, "its rows do not vary");
        }
        return new Isotropic(Math.sqrt(variance), d);
    }

    private Diagonal diagonal(Scatter scatter, int k) {
        double[] stds = new double[scatter.d()];
        for (int j = 0; j < stds.length; j++) {
            stds[j] = Math.sqrt((scatter.square(k, j) + floor.pull(j)) / (scatter.count(k) + floor.strength()));
            requireWide(stds[j], j, scatter, k);
        }
        return Diagonal.of(stds);
    }

    private void requireWide(double std, int j, Scatter scatter, int k) {
        if (!(std > columns.spacing(j))) {
            throw Collapse.of(k, scatter.count(k), when, "its rows do not vary in column " + j);
        }
    }

    /// A full covariance, unless a column is a linear function of the others but for rounding.
    private Spectral full(double[] matrix, Scatter scatter, int k) {
        int d = scatter.d();
        for (int j = 0; j < d; j++) {
            requireWide(Math.sqrt(matrix[j * d + j]), j, scatter, k);
        }
        Spectral spectral = spectral(matrix, scatter, k);
        double[] precisions = Precisions.diagonal(spectral);
        for (int j = 0; j < d; j++) {
            // The share of the variance that is left, given the others, was computed to d·2⁻⁵².
            if (!(matrix[j * d + j] * precisions[j] * d < 0x1p52)) {
                throw Collapse.of(k, scatter.count(k), when, flat(j));
            }
        }
        return spectral;
    }

    private Spectral spectral(double[] matrix, Scatter scatter, int k) {
        try {
            return Spectral.of(matrix, scatter.d());
        } catch (IllegalArgumentException | NumericalException e) {
            NumericalException collapse =
                    Collapse.of(k, scatter.count(k), when, "its covariance is not positive definite");
            collapse.initCause(e);
            throw collapse;
        }
    }

    private static String flat(int j) {
        return "column " + j + " is a linear function of the others in it";
    }

    private Covariance factors(Scatter scatter, int k, int rank) {
        int d = scatter.d();
        double[] matrix = matrix(scatter, k);
        for (int j = 0; j < d; j++) {
            requireWide(Math.sqrt(matrix[j * d + j]), j, scatter, k);
        }
        try {
            return PrincipalFactors.of(matrix, d, rank);
        } catch (IllegalArgumentException e) {
            NumericalException collapse =
                    Collapse.of(k, scatter.count(k), when, rank + " factors leave no noise in it");
            collapse.initCause(e);
            throw collapse;
        }
    }

    private double[] matrix(Scatter scatter, int k) {
        return settled(scatter, new double[scatter.d() * scatter.d()], k, k + 1, scatter.count(k));
    }

    Spectral tied(Scatter scatter) {
        double n = 0;
        for (int k = 0; k < scatter.k(); k++) {
            n += scatter.count(k);
        }
        return full(settled(scatter, new double[scatter.d() * scatter.d()], 0, scatter.k(), n), scatter, 0);
    }

    /// `(Σ Sₖ + aV₀)/(N + a)` over components `[from, to)`.
    private double[] settled(Scatter scatter, double[] matrix, int from, int to, double n) {
        int d = scatter.d();
        Squares.Matrices sums = (Squares.Matrices) scatter.squares();
        for (int j = 0; j < d; j++) {
            for (int l = 0; l <= j; l++) {
                double sum = j == l ? floor.pull(j) : 0;
                for (int k = from; k < to; k++) {
                    sum += scatter.product(sums, k, j, l);
                }
                matrix[j * d + l] = sum / (n + floor.strength());
                matrix[l * d + j] = matrix[j * d + l];
            }
        }
        return matrix;
    }
}
