package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Processes;

/// One Gaussian of mean 1.5 and standard deviation 0.5 under the linear schedule, down to `λ = 4`; 6000
/// points, so that the standard error of the mean is 0.0065.
class AdaptiveSdeTest {
    private static final NoiseSchedule SCHEDULE = LinearVp.standard();
    private static final MixtureDenoiser DENOISER = Processes.exact(Processes.GAUSSIAN, SCHEDULE);
    private static final TimeGrid GRID = TimeGrid.of(SCHEDULE, 1, SCHEDULE.timeOfLogSnr(4));

    /// Steps that are taken along one path converge: the mean is 1.39, 1.46 and 1.49 for tolerances 0.3, 0.1
    /// and 0.03, with 38, 80 and 182 evaluations.
    @Test
    void convergesAlongOnePath() {
        double coarse = error(0.3, AdaptiveSde.Refused.SAME_PATH);
        double middle = error(0.1, AdaptiveSde.Refused.SAME_PATH);
        double fine = error(0.03, AdaptiveSde.Refused.SAME_PATH);
        assertThat(coarse).isBetween(-0.14, -0.07);
        assertThat(middle).isBetween(-0.07, -0.02);
        assertThat(fine).isBetween(-0.03, 0.02);
    }

    /// As published, with the numbers of a refused step used again, a tenth of the tolerance leaves the mean
    /// where it was, off by 0.03 to 0.04: five standard errors.
    @Test
    void doesNotConvergeAsPublished() {
        assertThat(error(0.03, AdaptiveSde.Refused.SAME_NUMBERS)).isBetween(0.02, 0.07);
        assertThat(error(0.01, AdaptiveSde.Refused.SAME_NUMBERS)).isBetween(0.01, 0.07);
    }

    private static double error(double tolerance, AdaptiveSde.Refused refused) {
        double mean = Arrays.stream(run(tolerance, refused, GRID, 6000).end().data())
                .average()
                .orElseThrow();
        return mean - Processes.lawAt(DENOISER, GRID.to()).mean();
    }

    @Test
    void takesMoreStepsForLessErrorAndCountsThem() {
        double coarse = run(0.1, AdaptiveSde.Refused.SAME_NUMBERS, GRID, 200).evaluations();
        double fine = run(0.01, AdaptiveSde.Refused.SAME_NUMBERS, GRID, 200).evaluations();
        assertThat(coarse).isBetween(55.0, 85.0);
        assertThat(fine).isBetween(260.0, 360.0);
    }

    @Test
    void stopsAtEachTimeOfAGrid() {
        TimeGrid grid = TimeGrid.uniform(SCHEDULE, 1, 0, 3);
        Trajectory way = run(0.1, AdaptiveSde.Refused.SAME_PATH, grid, 10);
        assertThat(way.times()).containsExactly(grid.time(0), grid.time(1), grid.time(2), grid.time(3));
        assertThat(way.end().firstNonFiniteRow()).isEqualTo(-1);
    }

    private static Trajectory run(double tolerance, AdaptiveSde.Refused refused, TimeGrid grid, int n) {
        AdaptiveSde step = new AdaptiveSde(tolerance, tolerance, 0.01, refused);
        Points start = Start.EXACT.draw(DENOISER.law(), grid.from(), n, RandomStreams.of(31));
        try (Workers workers = Workers.of(2)) {
            return new Sampler(step, grid)
                    .run(DENOISER, start, RandomStreams.of(32), workers, new Recording.Every(1), StepObserver.quiet());
        }
    }

    /// Increments over steps that were tried and refused add up to the same path: over [0, 1], asked in
    /// halves after the whole was refused, twice; and the first half keeps its law, `N(0, ½)`, within four
    /// standard errors.
    @Test
    void aPathThatIsCutStaysTheSame() {
        double[] whole = new double[1];
        double[] part = new double[1];
        double squares = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            BrownianAhead path = new BrownianAhead.SamePath(Noise.of(RandomStreams.of(33).stream("path", i)), 1);
            path.over(1, whole);
            path.over(0.5, part);
            path.over(0.25, part);
            path.over(0.5, part);
            path.taken();
            squares += part[0] * part[0];
            double first = part[0];
            path.over(0.5, part);
            assertThat(first + part[0]).isCloseTo(whole[0], within(1e-14 * (1 + Math.abs(whole[0]) + Math.abs(first))));
        }
        assertThat(squares / n).isCloseTo(0.5, within(4 * 0.5 * Math.sqrt(2.0 / n)));
    }
}
