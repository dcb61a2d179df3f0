package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

class DormandPrinceTest {
    /// A turn of the plane: `y = (cos s, sin s)`.
    private static void turn(double s, Points y, Points out) {
        for (int i = 0; i < y.n(); i++) {
            out.data()[2 * i] = -y.get(i, 1);
            out.data()[2 * i + 1] = y.get(i, 0);
        }
    }

    @Test
    void keepsItsToleranceInBothDirections() {
        for (double tolerance : new double[] {1e-4, 1e-8, 1e-12}) {
            for (double to : new double[] {2 * Math.PI, -2 * Math.PI}) {
                Points y = Points.of(new double[] {1, 0}, new double[] {0, 2});
                new DormandPrince(tolerance, tolerance).integrate(DormandPrinceTest::turn, 0, to, y);
                assertThat(y.get(0, 0)).isCloseTo(1, Offset.offset(20 * tolerance));
                assertThat(y.get(0, 1)).isCloseTo(0, Offset.offset(20 * tolerance));
                assertThat(y.get(1, 1)).isCloseTo(2, Offset.offset(40 * tolerance));
            }
        }
    }

    /// The error of a step is `~ h⁵`, so steps shorten by `10^(1/5)` for a digit: four digits take 6.3 times
    /// as many.
    @Test
    void itsCostGrowsWithTheFifthRootOfTheTolerance() {
        double ratio = asked(1e-11) / (double) asked(1e-7);
        assertThat(ratio).isBetween(5.0, 7.5);
    }

    private static int asked(double tolerance) {
        Points y = Points.of(new double[] {1, 0});
        return new DormandPrince(tolerance, tolerance).integrate(DormandPrinceTest::turn, 0, 20, y);
    }

    /// `y = s⁵` has an exact result of order 5 whatever the step: the coefficients are right.
    @Test
    void polynomialsOfItsOrderAreExact() {
        Points y = Points.zeros(1, 1);
        new DormandPrince(1e-2, 1e-2).integrate((s, _, out) -> out.data()[0] = 5 * s * s * s * s, 0, 3, y);
        assertThat(y.get(0, 0)).isCloseTo(243, Offset.offset(243 * 1e-14));
    }

    @Test
    void stepsAreAskedForWithinTheEndsAndCounted() {
        int[] count = {0};
        int asked = new DormandPrince(1e-6, 1e-6)
                .integrate(
                        (s, y, out) -> {
                            count[0]++;
                            assertThat(s).isBetween(0.0, 1.0);
                            out.data()[0] = -50 * y.get(0, 0);
                        },
                        0,
                        1,
                        Points.of(new double[] {1}));
        assertThat(asked).isEqualTo(count[0]).isGreaterThan(50);
    }

    @Test
    void aFieldThatBlowsUpIsRefusedWithAHint() {
        Points y = Points.of(new double[] {1});
        assertThatThrownBy(() -> new DormandPrince(1e-6, 1e-6)
                        .integrate((_, x, out) -> out.data()[0] = x.get(0, 0) * x.get(0, 0), 0, 2, y))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("wider tolerance");
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(new DormandPrince(1e-6, 0).integrate(DormandPrinceTest::turn, 1, 1, Points.zeros(3, 2)))
                .isZero();
        assertThat(new DormandPrince(1e-6, 0).integrate(DormandPrinceTest::turn, 0, 1, Points.zeros(0, 2)))
                .isZero();
        Points origin = Points.zeros(2, 2);
        new DormandPrince(1e-6, 0).integrate(DormandPrinceTest::turn, 0, 1, origin);
        assertThat(origin).isEqualTo(Points.zeros(2, 2));
    }

    @Test
    void refusesTolerancesThatAreNone() {
        assertThatThrownBy(() -> new DormandPrince(0, 1e-6)).hasMessageContaining("absolute tolerance");
        assertThatThrownBy(() -> new DormandPrince(1e-6, -1)).hasMessageContaining("relative tolerance");
        assertThatThrownBy(() -> new AdaptiveOde(1e-6, Double.NaN)).hasMessageContaining("relative tolerance");
    }
}
