package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class ForwardProcessTest {
    private static final RandomStreams STREAMS = RandomStreams.of(111);

    /// Every process over three uneven transitions to its end, 10 000 points; one of 24 states fails at another
    /// seed with odds 2.4e-3.
    @Test
    void everyStateHasTheMarginalOfItsTime() {
        for (NoiseSchedule schedule : Processes.all()) {
            DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), schedule);
            double end = schedule.end();
            TimeGrid grid = TimeGrid.of(schedule, end, 0.6 * end, 0.1 * end, 0);
            Points data = law.marginal(0).sample(10_000, STREAMS);
            Trajectory way = new ForwardProcess(schedule).run(data, grid, STREAMS);
            assertThat(way.times()).containsExactly(0.0, grid.time(2), grid.time(1), end);
            assertThat(way.states().getFirst()).isEqualTo(data);
            for (int i = 1; i < 4; i++) {
                GoodnessOfFit.assertDrawnFrom(
                        way.states().get(i),
                        law.marginal(way.times().get(i)),
                        1e-4,
                        schedule + " at " + way.times().get(i));
            }
        }
    }

    @Test
    void threadsDoNotChangeTheBytesAndRecordingThins() {
        TimeGrid grid = TimeGrid.uniform(LinearVp.standard(), 1, 0, 5);
        Points data = SampleLaws.quickstart().sample(4000, STREAMS);
        ForwardProcess process = new ForwardProcess(LinearVp.standard());
        Trajectory whole = process.run(data, grid, STREAMS);
        try (Workers workers = Workers.of(2)) {
            Trajectory thin = process.run(data, grid, STREAMS, workers, new Recording.Every(2), StepObserver.quiet());
            assertThat(thin.times()).containsExactly(0.0, grid.time(3), grid.time(1), 1.0);
            assertThat(thin.states())
                    .containsExactly(data, whole.states().get(2), whole.states().get(4), whole.end());
            assertThat(thin.evaluations()).isZero();
        }
    }
}
