package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.transport.Costs;
import org.sandglass.transport.Transport;
import org.sandglass.transport.TransportPlan;

/// The Wasserstein distance between the points and as many exact draws, by exact optimal transport ([Transport]).
///
/// | name | definition | as in |
/// |---|---|---|
/// | `w1` | `min Σ ‖xᵢ − yⱼ‖ πᵢⱼ` | POT `emd2` |
/// | `w2` | `√(min Σ ‖xᵢ − yⱼ‖² πᵢⱼ)` | POT `emd2`, then the root |
/// | `torus-w2` | as `w2`, every coordinate an angle, `min(abs(δ), 2π − abs(δ))` for each | boltzkit |
///
/// Strongly biased upwards in many dimensions, where draws are far from each other: read it beside its floor. In one
/// dimension `w1` and `w2` are [SlicedWasserstein] along the one direction, which takes any number of points.
///
/// The standard error of `C = Wₚᵖ` is `√(Var u/n + Var v/m)` with the dual potentials `u, v` of the plan, which say how
/// much the cost changes with the mass of each point (del Barrio and Loubes 2019); that of the root is what one such
/// error adds to it. It is right where points and law differ; for exact draws it overstates, by a third as a rule.
///
/// Costs `O(n²·⁵ d)` or so, memory `O(n d)`: some seconds for 2000 points, half a minute for 10 000, the most.
///
/// @param kind which distance
public record CloudWasserstein(Kind kind) implements Metric {
    private static final int MOST_POINTS = 10_000;

    /// Which distance.
    public enum Kind {
        /// The mean distance.
        W1("w1", 1, "W1 to exact draws by optimal transport"),
        /// The root of the mean squared distance.
        W2("w2", 2, "W2 to exact draws by optimal transport"),
        /// The same between angles.
        TORUS_W2("torus-w2", 2, "W2 to exact draws by optimal transport, coordinates as angles in radians");

        private final String word;
        private final int p;
        private final String summary;

        Kind(String word, int p, String summary) {
            this.word = word;
            this.p = p;
            this.summary = summary;
        }
    }

    @Override
    public String name() {
        return kind.word;
    }

    @Override
    public String summary() {
        return kind.summary + ", at most " + MOST_POINTS + " points";
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return isOnLine(reference.d()) ? Optional.empty() : Needs.atMost(MOST_POINTS, reference);
    }

    private boolean isOnLine(int d) {
        return d == 1 && kind != Kind.TORUS_W2;
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        if (isOnLine(x.d())) {
            return new SlicedWasserstein(kind.p).of(x, reference);
        }
        TransportPlan plan = Transport.solve(costs(x, reference.draws()));
        double error =
                Math.hypot(Estimate.errorOfMean(plan.sourcePotentials()), Estimate.errorOfMean(plan.sinkPotentials()));
        return root(kind.p, plan.cost(), error);
    }

    /// `C^(1/p)`; the error of a root is what one error of `C` adds to it.
    static Estimate root(int p, double cost, double error) {
        Estimate power = new Estimate(cost, error);
        return p == 1 ? power : power.root();
    }

    private Costs costs(Points x, Points y) {
        return switch (kind) {
            case W1 -> Costs.distances(x, y);
            case W2 -> Costs.squaredDistances(x, y);
            case TORUS_W2 -> Costs.squaredTorusDistances(x, y);
        };
    }
}
