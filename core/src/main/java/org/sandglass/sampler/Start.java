package org.sandglass.sampler;

import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;

/// Where a reverse process starts.
public enum Start {
    /// Exact draws from the marginal at the first grid time.
    EXACT,
    /// Draws from `N(0, σ(end)² I)`: what one does who does not know the marginal.
    PRIOR;

    /// Draws the points to start from, independent of what [org.sandglass.mixture.GaussianMixture#sample] draws
    /// from the same streams.
    ///
    /// @param law the process
    /// @param t the first grid time, which the prior does not look at
    /// @param n how many points
    /// @param streams where the randomness comes from
    /// @return n × d points; the first of them do not depend on n
    public Points draw(DiffusedMixture law, double t, int n, RandomStreams streams) {
        return switch (this) {
            case EXACT -> law.marginal(t).sample(n, own(streams));
            case PRIOR -> {
                double sigma = law.schedule().sigma(law.schedule().end());
                Points x = Points.zeros(n, law.d());
                streams.stream("prior").fillNormals(x.data(), 0, x.data().length);
                for (int i = 0; i < x.data().length; i++) {
                    x.data()[i] *= sigma;
                }
                yield x;
            }
        };
    }

    private static RandomStreams own(RandomStreams streams) {
        return RandomStreams.of(streams.stream("start").nextLong());
    }
}
