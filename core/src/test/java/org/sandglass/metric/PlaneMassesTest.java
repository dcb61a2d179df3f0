package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.Spectral;

/// Masses of Gaussians in rectangles.
class PlaneMassesTest {
    private static final double[] CORRELATIONS = {1e-9, 0.3, -0.7, 0.99, -0.9999};

    private static GaussianMixture tilted(double rho, double... mean) {
        return GaussianMixture.gaussian(mean, Spectral.of(new double[] {4, rho, rho, 0.25}, 2));
    }

    /// `P(x > 0, y > 0) = ¼ + asin ρ / 2π` (Sheppard 1899).
    @Test
    void aQuadrantHasSheppardsMass() {
        for (double rho : CORRELATIONS) {
            double[] masses = PlaneMasses.of(tilted(rho, 3, -5), new Bins(2, 4, 2), new Bins(-8, -2, 2));
            double upper = 0;
            for (int i = 2; i < 4; i++) {
                for (int j = 2; j < 4; j++) {
                    upper += Math.exp(masses[i * 4 + j]);
                }
            }
            assertThat(upper).as("rho = %s", rho).isCloseTo(0.25 + Math.asin(rho) / 2 / Math.PI, within(1e-12));
        }
    }

    @Test
    void rowsAndColumnsAddUpToTheMarginals() {
        Bins first = new Bins(-5, 9, 7);
        Bins second = new Bins(-6, -3, 30);
        for (double rho : CORRELATIONS) {
            GaussianMixture law = tilted(rho, 3, -5);
            double[] masses = PlaneMasses.of(law, first, second);
            double[] ofFirst = first.logMasses(law.marginal(0));
            double[] ofSecond = second.logMasses(law.marginal(1));
            for (int i = 0; i < ofFirst.length; i++) {
                double sum = 0;
                for (int j = 0; j < ofSecond.length; j++) {
                    sum += Math.exp(masses[i * ofSecond.length + j]);
                }
                assertThat(sum).as("rho = %s, row %d", rho, i).isCloseTo(Math.exp(ofFirst[i]), within(1e-13));
            }
            for (int j = 0; j < ofSecond.length; j++) {
                double sum = 0;
                for (int i = 0; i < ofFirst.length; i++) {
                    sum += Math.exp(masses[i * ofSecond.length + j]);
                }
                assertThat(sum).as("rho = %s, column %d", rho, j).isCloseTo(Math.exp(ofSecond[j]), within(1e-13));
            }
        }
    }

    /// scipy's numbers are Genz's differences of distribution functions.
    @Test
    void rectanglesAgreeWithScipy() {
        var truth = org.sandglass.testing.Reference.read("metric_samples.json").get("tilted");
        Bins first = new Bins(truth.doubles("low")[0], truth.doubles("high")[0], 4);
        Bins second = new Bins(truth.doubles("low")[1], truth.doubles("high")[1], 4);
        truth.get("laws").elements().forEach(law -> {
            Spectral covariance = Spectral.of(law.doubles("covariance"), 2);
            double[] masses =
                    PlaneMasses.of(GaussianMixture.gaussian(truth.doubles("mean"), covariance), first, second);
            double[] expected = law.doubles("masses");
            for (int b = 0; b < expected.length; b++) {
                assertThat(Math.exp(masses[(1 + b / 4) * 6 + 1 + b % 4]))
                        .as("%s, rectangle %d", law, b)
                        .isCloseTo(expected[b], within(1e-10));
            }
        });
    }

    /// Far from all components the masses keep their digits: the mass of a corner is a product of two tails.
    @Test
    void alongTheCoordinatesTailsKeepTheirDigits() {
        GaussianMixture law = GaussianMixture.ofWeights(
                new double[] {1, 0},
                Points.of(new double[] {0, 0}, new double[] {50, 50}),
                Collections.nCopies(2, new Isotropic(1, 2)));
        double[] masses = PlaneMasses.of(law, new Bins(-1, 40, 2), new Bins(-1, 40, 2));
        assertThat(masses[15]).isCloseTo(2 * NormalTail.logUpper(40), within(1e-12 * 1600));
    }
}
