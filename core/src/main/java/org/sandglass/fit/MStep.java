package org.sandglass.fit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sandglass.linalg.Loop;
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
        CovarianceStep one = new CovarianceStep(structure, floor, columns, when);
        if (isTied()) {
            return Collections.nCopies(scatter.k(), one.tied(scatter));
        }
        Covariance[] covariances = new Covariance[scatter.k()];
        loop.forEach(scatter.k(), k -> covariances[k] = one.covariance(scatter, k));
        return Arrays.asList(covariances);
    }
}
