package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;

/// Distances between energies.
class EnergyMetricsTest {
    private static final GaussianMixture LAW = GaussianMixture.gaussian(new double[5], new Isotropic(1, 5));

    /// Of `N(0, s²I)` the energies are `½ s² χ²₅` above those of `N(0, I)` times `s²`: all are moved by
    /// the factor `s²` about `½ d ln 2π`, so `W₁ = (s² − 1) d/2` and `W₂ = (s² − 1) √(d/2 + d²/4)`. n =
    /// 20 000; 5 standard errors, of which the sorted differences have less than those of two independent
    /// means, `√(2·d/2/n)·s²`.
    @Test
    void aWiderLawHasHigherEnergies() {
        double s = 1.3;
        Points x = GaussianMixture.gaussian(new double[5], new Isotropic(s, 5)).sample(20_000, RandomStreams.of(1));
        Reference reference = new Reference(LAW, x.n(), RandomStreams.of(2), Loop.HERE);
        double more = s * s - 1;
        double slack = 5 * Math.sqrt(5.0 / 20_000) * s * s;
        assertThat(reference.compare(new EnergyLine(1), x).points().value()).isCloseTo(2.5 * more, within(slack));
        assertThat(reference.compare(new EnergyLine(2), x).points().value())
                .isCloseTo(Math.sqrt(2.5 + 6.25) * more, within(2 * slack));
        for (EnergyHistogram.Kind kind : EnergyHistogram.Kind.values()) {
            Comparison c = reference.compare(new EnergyHistogram(kind), x);
            assertThat(c.points().value())
                    .as("%s", c)
                    .isGreaterThan(3 * c.floor().value());
        }
    }

    /// A point that is 1e200 standard deviations away has density 0, and so infinite energy.
    @Test
    void pointsWithoutDensityAreAsFarAsCanBe() {
        Points x = Points.of(new double[] {1e200, 0, 0, 0, 0}, new double[] {0, 1e200, 0, 0, 0});
        Reference reference = new Reference(LAW, 2, RandomStreams.of(2), Loop.HERE);
        List<Estimate> all = Metric.all().stream()
                .filter(metric -> metric.name().matches("energy-(tv|jsd|w1|w2)"))
                .map(metric -> metric.of(x, reference))
                .toList();
        assertThat(all.stream().map(Estimate::value))
                .containsExactly(1.0, Math.log(2), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
