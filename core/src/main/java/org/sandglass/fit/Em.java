package org.sandglass.fit;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;

/// Expectation–maximisation from one start (Dempster, Laird and Rubin 1977), with a prior the generalised
/// one to the mode of the posterior: log likelihood + log prior never decreases.
final class Em {
    private final Points points;
    private final FitSettings settings;
    private final MStep step;
    private final Floor floor;
    private final Loop loop;

    Em(Points points, FitSettings settings, MStep step, Floor floor, Loop loop) {
        this.points = points;
        this.settings = settings;
        this.step = step;
        this.floor = floor;
        this.loop = loop;
    }

    /// Runs until an iteration gains less than the tolerance per row, or their number is reached.
    Fit run(GaussianMixture start, int restart, FitObserver observer) {
        Sweep sweep = new Sweep(points, start.k(), loop);
        List<FitStep> steps = new ArrayList<>();
        GaussianMixture law = start;
        while (true) {
            NoisyMixture density = law.underNoise(1, 0);
            Scatter scatter = new Scatter(law.means(), step.squares(law));
            steps.add(checked(sweep.run(Membership.under(density), scatter), law, steps.size()));
            observer.at(law.k(), restart, steps.size() - 1, steps.getLast());
            boolean converged = converged(steps);
            if (converged || steps.size() > settings.iterations()) {
                return new Fit(law, settings.structure(), points.n(), steps, converged, restart, List.of());
            }
            law = step.mixture(scatter, "in iteration " + steps.size());
        }
    }

    private FitStep checked(double logLikelihood, GaussianMixture law, int iteration) {
        double logPrior = 0;
        for (Covariance covariance : settings.structure() instanceof Structure.Tied
                ? law.covariances().subList(0, 1)
                : law.covariances()) {
            logPrior += floor.logPrior(covariance);
        }
        if (!Double.isFinite(logLikelihood + logPrior)) {
            throw new NumericalException("the log likelihood is " + logLikelihood + " and the log prior " + logPrior
                    + " after iteration " + iteration + ": a row is too far from all components; scale the data");
        }
        return new FitStep(logLikelihood, logPrior);
    }

    private boolean converged(List<FitStep> steps) {
        int last = steps.size() - 1;
        return last > 0
                && steps.get(last).objective() - steps.get(last - 1).objective() < settings.tolerance() * points.n();
    }
}
