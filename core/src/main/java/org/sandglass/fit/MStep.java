package org.sandglass.fit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sandglass.linalg.NumericalException;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// From sums over the data to the mixture that they call for: the one M step, for memberships of every
/// origin.
///
/// `wₖ = Nₖ/n`, `μₖ` the mean of its rows, and with `Sₖ` their scatter about it, `a` and `V₀` of the prior,
///
///     full        Σₖ = (Sₖ + aV₀)/(Nₖ + a)         diagonal   its diagonal
///     isotropic   the mean of that diagonal         tied       Σ = (Σₖ Sₖ + aV₀)/(n + a)
///
/// and [FactorStep] for low rank.
final class MStep {
    private final Structure structure;
    private final Floor floor;
    private final Columns columns;
    private final Loop loop;

    MStep(Structure structure, Floor floor, Columns columns, Loop loop) {
        this.loop = loop;
        this.structure = structure;
        this.floor = floor;
        this.columns = columns;
    }

    /// What must be summed in a pass under a law.
    Squares squares(GaussianMixture law) {
        return structure instanceof Structure.LowRank
                ? new Squares.Factors(FactorPosterior.of(law), law.d())
                : squares(law.k(), law.d());
    }

    /// What must be summed where there is no law yet.
    Squares squares(int k, int d) {
        return switch (structure) {
            case Structure.Isotropic(), Structure.Diagonal() -> new Squares.Axes(k, d);
            case Structure.Full(), Structure.Tied(), Structure.LowRank _ -> new Squares.Matrices(k, d);
        };
    }

    /// The mixture.
    ///
    /// @param when as in `in iteration 12`, for the message about a component that collapsed
    GaussianMixture mixture(Scatter scatter, String when) {
        return GaussianMixture.ofWeights(scatter.counts(), scatter.means(), covariances(scatter, when));
    }

    /// A mixture's law with covariances of this structure, without the prior: themselves where they have it.
    GaussianMixture reshaped(GaussianMixture law, String when) {
        if (law.covariances().stream().allMatch(this::holds) && (!isTied() || sharesCovariance(law))) {
            return law;
        }
        double[] counts = isTied() ? law.weights() : ones(law.k());
        Squares squares = squares(law.k(), law.d());
        for (int k = 0; k < law.k(); k++) {
            squares.set(k, counts[k], law.covariance(k).matrix());
        }
        Scatter scatter = new Scatter(law.means().copy(), squares, counts);
        Floor none = Floor.of(new VariancePrior.Off(), columns);
        List<Covariance> covariances = new MStep(structure, none, columns, loop).covariances(scatter, when);
        return GaussianMixture.ofLogits(law.logWeights(), law.means(), covariances);
    }

    private static double[] ones(int n) {
        double[] out = new double[n];
        Arrays.fill(out, 1);
        return out;
    }

    private boolean isTied() {
        return structure instanceof Structure.Tied;
    }

    private static boolean sharesCovariance(GaussianMixture law) {
        return law.covariances().stream().allMatch(law.covariance(0)::equals);
    }

    private boolean holds(Covariance covariance) {
        return switch (structure) {
            case Structure.Isotropic() -> covariance instanceof Isotropic;
            case Structure.Diagonal() -> covariance instanceof Diagonal;
            case Structure.Full(), Structure.Tied() -> covariance instanceof Spectral;
            case Structure.LowRank(int rank) -> covariance instanceof LowRank lowRank && lowRank.rank() == rank;
        };
    }

    private List<Covariance> covariances(Scatter scatter, String when) {
        if (isTied()) {
            return Collections.nCopies(scatter.k(), tied(scatter, when));
        }
        Covariance[] covariances = new Covariance[scatter.k()];
        loop.forEach(scatter.k(), k -> covariances[k] = covariance(scatter, k, when));
        return Arrays.asList(covariances);
    }

    private Covariance covariance(Scatter scatter, int k, String when) {
        return switch (structure) {
            case Structure.Isotropic() -> isotropic(scatter, k, when);
            case Structure.Diagonal() -> diagonal(scatter, k, when);
            case Structure.Full(), Structure.Tied() -> full(matrix(scatter, k), scatter, k, when);
            case Structure.LowRank(int rank) ->
                scatter.squares() instanceof Squares.Factors sums
                        ? new FactorStep(scatter, sums, floor, columns, when).covariance(k)
                        : factors(scatter, k, rank, when);
        };
    }

    private Isotropic isotropic(Scatter scatter, int k, String when) {
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

    private Diagonal diagonal(Scatter scatter, int k, String when) {
        double[] stds = new double[scatter.d()];
        for (int j = 0; j < stds.length; j++) {
            stds[j] = Math.sqrt((scatter.square(k, j) + floor.pull(j)) / (scatter.count(k) + floor.strength()));
            requireWide(stds[j], j, scatter, k, when);
        }
        return Diagonal.of(stds);
    }

    private void requireWide(double std, int j, Scatter scatter, int k, String when) {
        if (!(std > columns.spacing(j))) {
            throw Collapse.of(k, scatter.count(k), when, "its rows do not vary in column " + j);
        }
    }

    /// A full covariance, unless a column is a linear function of the others but for rounding.
    private Spectral full(double[] matrix, Scatter scatter, int k, String when) {
        int d = scatter.d();
        for (int j = 0; j < d; j++) {
            requireWide(Math.sqrt(matrix[j * d + j]), j, scatter, k, when);
        }
        Spectral spectral = spectral(matrix, scatter, k, when);
        double[] precisions = Precisions.diagonal(spectral);
        for (int j = 0; j < d; j++) {
            // The share of the variance that is left, given the others, was computed to d·2⁻⁵².
            if (!(matrix[j * d + j] * precisions[j] * d < 0x1p52)) {
                throw Collapse.of(k, scatter.count(k), when, flat(j));
            }
        }
        return spectral;
    }

    private static Spectral spectral(double[] matrix, Scatter scatter, int k, String when) {
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

    private Covariance factors(Scatter scatter, int k, int rank, String when) {
        int d = scatter.d();
        double[] matrix = matrix(scatter, k);
        for (int j = 0; j < d; j++) {
            requireWide(Math.sqrt(matrix[j * d + j]), j, scatter, k, when);
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

    private Spectral tied(Scatter scatter, String when) {
        double n = 0;
        for (int k = 0; k < scatter.k(); k++) {
            n += scatter.count(k);
        }
        return full(settled(scatter, new double[scatter.d() * scatter.d()], 0, scatter.k(), n), scatter, 0, when);
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
