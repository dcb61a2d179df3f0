package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTimesTest {
    private static final List<NoiseSchedule> SCHEDULES = List.of(
            new LinearVp(0.1, 20, 1),
            new CosineVp(0.008, 1),
            new VarianceExploding(0.01, 50, 1),
            new Karras(4e-4, 160, 7, 1, 1),
            new Edm(80),
            new Flow(1));

    private static final List<PanelTimes> RULES = List.of(
            new PanelTimes.UniformSigma(),
            new PanelTimes.SigmaRate(),
            new PanelTimes.LogSigma(1e-3),
            new PanelTimes.Hybrid(),
            new PanelTimes.Fixed(),
            new PanelTimes.NoiseShare(),
            new PanelTimes.NoiseShare(8));

    @Test
    void timesRiseFromDataToNoise() {
        for (NoiseSchedule schedule : SCHEDULES) {
            for (PanelTimes rule : RULES) {
                double[] times = rule.times(schedule, 11);
                assertThat(times[0]).isZero();
                assertThat(times[times.length - 1]).isEqualTo(schedule.end());
                for (int i = 1; i < times.length; i++) {
                    assertThat(times[i]).as("%s, %s", rule, schedule).isGreaterThan(times[i - 1]);
                }
            }
        }
    }

    @Test
    void uniformInSigmaMeansEqualSteps() {
        for (NoiseSchedule schedule : SCHEDULES) {
            double[] times = new PanelTimes.UniformSigma().times(schedule, 11);
            double step = (schedule.sigma(schedule.end()) - schedule.sigma(0)) / 10;
            for (int i = 1; i < times.length; i++) {
                assertThat(schedule.sigma(times[i]) - schedule.sigma(times[i - 1]))
                        .as("%s, step %d", schedule, i)
                        .isCloseTo(step, within(1e-9 * schedule.sigma(schedule.end())));
            }
        }
    }

    /// The straight line has all rules in closed form.
    @Test
    void theFlowHasTimesThatCanBeWorkedOutByHand() {
        Flow flow = new Flow(1);
        assertThat(new PanelTimes.UniformSigma().times(flow, 5))
                .containsExactly(at(0, 0.25, 0.5, 0.75, 1), within(1e-15));
        assertThat(new PanelTimes.SigmaRate().times(flow, 5)).containsExactly(at(0, 0.25, 0.5, 0.75, 1), within(1e-15));
        assertThat(new PanelTimes.LogSigma(1e-3).times(flow, 5))
                .containsExactly(at(0, 1e-3, 1e-2, 1e-1, 1), within(1e-15));
        // two of UniformSigma and three of SigmaRate
        assertThat(new PanelTimes.Hybrid().times(flow, 5)).containsExactly(at(0, 0.5, 1), within(1e-15));
        assertThat(new PanelTimes.Fixed().times(flow, 12))
                .containsExactly(at(0, 0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.95, 0.98, 1), within(0.0));
        assertThat(new PanelTimes.Fixed().times(flow, 3)).containsExactly(at(0, 0.6, 1), within(0.0));
        assertThat(new PanelTimes.Fixed().times(flow, 21)[1]).isCloseTo(0.05, within(1e-15));
    }

    @Test
    void logStepsBeginAtTheSchedulesOwnLevelWhereItHasOne() {
        NoiseSchedule schedule = new VarianceExploding(0.01, 50, 1);
        double[] times = new PanelTimes.LogSigma(1e-3).times(schedule, 4);
        assertThat(times).containsExactly(at(0, 1 / 3.0, 2 / 3.0, 1), within(1e-9));
    }

    @Test
    void refusesTooFewPanelsAndLevelsAboveTheEnd() {
        assertThatThrownBy(() -> new PanelTimes.Fixed().times(new Flow(1), 1))
                .hasMessageContaining("count >= 2, got count=1");
        assertThatThrownBy(() -> new PanelTimes.Hybrid().times(new Flow(1), 3)).hasMessageContaining("count >= 4");
        assertThatThrownBy(() -> new PanelTimes.LogSigma(2).times(new Flow(1), 3))
                .hasMessageContaining("least=2.0");
        assertThatThrownBy(() -> new PanelTimes.LogSigma(Double.NaN)).hasMessageContaining("least=NaN");
    }

    private static double[] at(double... times) {
        return times;
    }
}
