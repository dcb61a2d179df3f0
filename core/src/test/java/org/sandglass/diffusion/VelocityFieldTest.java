package org.sandglass.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.schedule.PowerInterpolant;
import org.sandglass.testing.Processes;

class VelocityFieldTest {
    private static final DiffusedMixture LAW =
            new DiffusedMixture(Processes.TWO_MODES, new PowerInterpolant(0.5, 0.25, 1));

    @Test
    void anInfiniteVelocityIsRefusedWithItsReason() {
        Points x = Points.of(new double[] {0.3});
        assertThatThrownBy(() -> LAW.velocity(x, 1))
                .isInstanceOf(NumericalException.class)
                .hasMessage("the velocity is infinite at alpha=0.0, sigma=1.0, as alpha changes infinitely fast there;"
                        + " stop the grid short of this time");
        assertThatThrownBy(() -> LAW.velocity(x, 0))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("as sigma changes infinitely fast there");
        assertThat(LAW.velocity(x, 0.5).data()[0]).isFinite();
    }

    @Test
    void scoreAndPosteriorAreFiniteThereNonetheless() {
        Points x = Points.of(new double[] {0.3});
        for (double t : new double[] {0, 1}) {
            assertThat(LAW.velocityAt(t).law().score(x).data()[0]).isFinite();
            assertThat(LAW.velocityAt(t).law().posteriorMean(x).data()[0]).isFinite();
        }
    }
}
