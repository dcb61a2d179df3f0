package org.sandglass.flow;

import org.sandglass.random.RandomStreams;

/// How the divergence of the flow, the trace of its Jacobian, is found on the way.
public sealed interface Divergence {
    /// The trace itself: in closed form for the exact denoiser, by central differences along each of the `d`
    /// axes for others.
    record Exact() implements Divergence {}

    /// Hutchinson's estimate `eᵀJe` with `E eeᵀ = I`: unbiased, by products with few vectors that stay the
    /// same on the whole way of a point (Hutchinson 1990; Grathwohl et al. 2019).
    ///
    /// The entries for probe `i` of chunk `c` of 1024 points are stream `("probe", c, i)`.
    ///
    /// @param probes how many vectors for each point, `≥ 1`; from 2 on there is a standard error
    /// @param law the law of their entries
    /// @param streams where the randomness comes from
    record Hutchinson(int probes, Probe law, RandomStreams streams) implements Divergence {
        /// Checks the range.
        public Hutchinson {
            if (probes < 1) {
                throw new IllegalArgumentException("probes must be >= 1, got " + probes);
            }
        }
    }

    /// The law of the entries of a probe.
    enum Probe {
        /// `±1` with equal odds: exact where the Jacobian is diagonal, and of the least variance.
        RADEMACHER,
        /// `N(0, 1)`.
        NORMAL
    }

    /// How many estimates there are of each divergence.
    ///
    /// @return 1, or the number of probes
    default int estimates() {
        return switch (this) {
            case Exact() -> 1;
            case Hutchinson(int probes, Probe _, RandomStreams _) -> probes;
        };
    }
}
