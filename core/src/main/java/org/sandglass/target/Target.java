package org.sandglass.target;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;

/// A published mixture of isotropic Gaussians: its numbers as given, and their source. Immutable.
public final class Target {
    private final String name;
    private final String title;
    private final String source;
    private final double[] weights;
    private final Points means;
    private final double std;

    /// Copies the numbers; no weights for equal ones.
    Target(String name, String title, String source, double[] weights, Points means, double std) {
        this.name = name;
        this.title = title;
        this.source = source;
        this.weights = weights.clone();
        this.means = means.copy();
        this.std = std;
    }

    /// The name that a person types.
    ///
    /// @return as in `gmm40-fab`
    public String name() {
        return name;
    }

    /// What it is, in a few words.
    ///
    /// @return without a full stop
    public String title() {
        return title;
    }

    /// Where it was published, and how the numbers came about.
    ///
    /// @return one line
    public String source() {
        return source;
    }

    /// The weights as published.
    ///
    /// @return a copy, `K` numbers, or none if all are equal
    public double[] weights() {
        return weights.clone();
    }

    /// The means as published.
    ///
    /// @return a copy, `K × D`
    public Points means() {
        return means.copy();
    }

    /// The standard deviation of every component in every direction.
    ///
    /// @return `> 0`
    public double std() {
        return std;
    }

    /// The mixture.
    ///
    /// @return with these weights, means and standard deviation
    public GaussianMixture mixture() {
        Isotropic covariance = new Isotropic(std, means.d());
        return weights.length == 0
                ? GaussianMixture.equallyWeighted(means, covariance)
                : GaussianMixture.ofWeights(weights, means, java.util.Collections.nCopies(means.n(), covariance));
    }
}
