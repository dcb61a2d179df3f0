package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;

class HessianTimesTest {
    private static final GaussianMixture MIXTURE = GaussianMixture.ofWeights(
            new double[] {0.2, 0.3, 0.4, 0.1},
            Points.of(new double[] {-1, 0}, new double[] {1, 0.5}, new double[] {0, -1}, new double[] {0.3, 0.3}),
            List.of(
                    new Isotropic(0.5, 2),
                    Diagonal.of(0.3, 1.1),
                    Spectral.of(new double[] {1, 0.7, 0.7, 0.8}, 2),
                    LowRank.of(new double[] {1, -0.5}, 1, 0.3, 0.4)));

    @Test
    void itIsTheHessianTimesTheVector() {
        double[] x = {0.4, -0.2};
        double[] v = {1.5, -0.7};
        for (double b : new double[] {0, 0.1, 3}) {
            NoisyMixture law = MIXTURE.underNoise(0.8, b);
            double[] h = law.hessian(x);
            assertThat(law.hessianTimes(x, v))
                    .containsExactly(
                            new double[] {h[0] * v[0] + h[1] * v[1], h[2] * v[0] + h[3] * v[1]}, Offset.offset(1e-13));
        }
    }

    @Test
    void refusesAVectorOfAnotherDimension() {
        assertThatThrownBy(() -> MIXTURE.underNoise(1, 0).hessianTimes(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
