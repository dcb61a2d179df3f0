package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The discrete chain inside the continuous schedule.
class DdpmTest {
    private final List<Ddpm> chains = List.of(
            Ddpm.standard(), new Ddpm(0.02, 1e-4, 999, 1), new Ddpm(1e-3, 0.3, 7, 10), new Ddpm(0.1, 0.1, 1, 1));

    @Test
    void nodesHaveTheProductsOfTheChain() {
        for (Ddpm ddpm : chains) {
            double product = 1;
            for (int i = 0; i <= ddpm.steps(); i++) {
                double alpha = ddpm.alpha(ddpm.timeOfStep(i));
                // the plain product loses one unit of rounding a step
                assertThat(alpha * alpha).isCloseTo(product, within(3e-16 * ddpm.steps() * product));
                product *= i == ddpm.steps() ? 1 : 1 - ddpm.betaOfStep(i + 1);
            }
        }
    }

    /// `xᵢ = √(1 − βᵢ) xᵢ₋₁ + √βᵢ z`.
    @Test
    void aStepBetweenNodesIsAStepOfTheChain() {
        for (Ddpm ddpm : chains) {
            for (int i = 1; i <= ddpm.steps(); i++) {
                Transition step = ddpm.transition(ddpm.timeOfStep(i - 1), ddpm.timeOfStep(i));
                double beta = ddpm.betaOfStep(i);
                assertThat(step.scale()).isCloseTo(Math.sqrt(1 - beta), within(4e-16));
                assertThat(step.std()).isCloseTo(Math.sqrt(beta), within(1e-15 * Math.sqrt(beta)));
            }
        }
    }

    @Test
    void betasAreEvenlySpaced() {
        Ddpm ddpm = Ddpm.standard();
        assertThat(ddpm.betaOfStep(1)).isEqualTo(1e-4);
        assertThat(ddpm.betaOfStep(1000)).isEqualTo(0.02);
        assertThat(ddpm.betaOfStep(500)).isCloseTo(1e-4 + 0.0199 * 499 / 999, within(1e-17));
        assertThat(new Ddpm(0.3, 0.7, 1, 1).betaOfStep(1)).isEqualTo(0.3);
        assertThatThrownBy(() -> ddpm.betaOfStep(0)).hasMessage("Ddpm has steps from 1 to 1000, got step=0");
        assertThatThrownBy(() -> ddpm.timeOfStep(1001)).hasMessage("Ddpm has steps from 0 to 1000, got step=1001");
    }

    @Test
    void theRateAtANodeIsTheOneAfterIt() {
        Ddpm ddpm = new Ddpm(0.1, 0.4, 4, 2);
        for (int i = 0; i < 4; i++) {
            double node = ddpm.timeOfStep(i);
            double rate = -Math.log1p(-ddpm.betaOfStep(i + 1)) * 2;
            assertThat(ddpm.beta(node)).isEqualTo(rate);
            assertThat(ddpm.beta(Math.nextDown(ddpm.timeOfStep(i + 1)))).isEqualTo(rate);
        }
        assertThat(ddpm.beta(2)).isEqualTo(ddpm.beta(1.9));
    }

    @Test
    void isAValue() {
        assertThat(new Ddpm(0.1, 0.2, 5, 1)).isEqualTo(new Ddpm(0.1, 0.2, 5, 1));
        assertThat(new Ddpm(0.1, 0.2, 5, 1)).hasSameHashCodeAs(new Ddpm(0.1, 0.2, 5, 1));
        assertThat(new Ddpm(0.1, 0.2, 5, 1)).isNotEqualTo(new Ddpm(0.1, 0.2, 6, 1));
        assertThat(new Ddpm(0.1, 0.2, 5, 1)).hasToString("Ddpm[betaStart=0.1, betaEnd=0.2, steps=5, end=1.0]");
    }
}
