package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static int stepsAfter(int done, long nanos) {
        Pace pace = new Pace();
        pace.took(done, nanos);
        return pace.steps();
    }

    @Test
    void beginsWithOneStep() {
        assertThat(new Pace().steps()).isEqualTo(1);
    }

    @Test
    void aSpanIsToTakeAboutATwentiethOfASecond() {
        assertThat(stepsAfter(1, 50_000_000)).isEqualTo(1);
        assertThat(stepsAfter(1, 10_000_000)).isEqualTo(5);
        assertThat(stepsAfter(16, 100_000_000)).isEqualTo(8);
        assertThat(stepsAfter(8, 40_000_000)).isEqualTo(10);
    }

    @Test
    void aSpanHasFrom1To16Steps() {
        assertThat(stepsAfter(1, 1000)).isEqualTo(16);
        assertThat(stepsAfter(1, 0)).isEqualTo(16);
        assertThat(stepsAfter(1, -5)).as("a clock that was set back").isEqualTo(16);
        assertThat(stepsAfter(1, 3_600_000_000_000L)).isEqualTo(1);
        assertThat(stepsAfter(16, Long.MAX_VALUE)).isEqualTo(1);
    }
}
