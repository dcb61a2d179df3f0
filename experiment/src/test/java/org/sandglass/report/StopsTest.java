package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.PanelTimes;

/// Which times are shown.
class StopsTest {
    private static final List<Double> TIMES =
            IntStream.rangeClosed(0, 100).mapToObj(i -> (100 - i) / 100.0).toList();

    /// Under flow `σ/(α + σ) = t`.
    @Test
    void theyAreTheNearestStatesInTheOrderOfThePath() {
        assertThat(Stops.of(TIMES, new Flow(1), 0, 0.2504, 0.5, 1)).containsExactly(0, 50, 75, 100);
        assertThat(Stops.of(TIMES.reversed(), new Flow(1), 0, 0.2504, 0.5, 1)).containsExactly(0, 25, 50, 100);
    }

    @Test
    void timesBeyondThePathAreItsEnds() {
        List<Double> part = List.of(0.8, 0.5, 0.3);
        assertThat(Stops.of(part, new Flow(1), 0, 0.1, 0.45, 0.9, 1)).containsExactly(0, 1, 2);
    }

    @Test
    void theyComeOnceFromFirstToLastInEitherDirection() {
        List<Double> forward = TIMES.reversed();
        LinearVp schedule = new LinearVp(0.1, 20, 1);
        for (List<Double> times : List.of(TIMES, forward, List.of(1.0, 0.5, 0.0))) {
            List<Integer> stops = Stops.of(times, schedule, new PanelTimes.NoiseShare().times(schedule, 41));
            assertThat(stops).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(times.size() - 1);
        }
    }

    @Test
    void labelsHaveThreeDigits() {
        assertThat(List.of(Stops.label(1), Stops.label(0), Stops.label(0.25), Stops.label(0.123456), Stops.label(80)))
                .containsExactly("t = 1", "t = 0", "t = 0.25", "t = 0.123", "t = 80");
    }
}
