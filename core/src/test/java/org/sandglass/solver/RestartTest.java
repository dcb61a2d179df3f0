package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.Processes;

class RestartTest {
    private static final Ddpm EXACT_HERE = new Ddpm(new Variance.OptimalFull());

    /// With an inner rule that is exact, up and down keeps the marginals under every schedule, `α = 1` or
    /// not; `low` on the grid, off it, and 0.
    @Test
    void keepsTheMarginalsOfAnySchedule() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            double end = schedule.end();
            TimeGrid grid = TimeGrid.uniform(schedule, end, 0, 4);
            for (double low : new double[] {0.25, 0.3, 0}) {
                Restart restart = new Restart(EXACT_HERE, low * end, 0.8 * end, 3, 2);
                AffineStep.Law law = Processes.lawAt(denoiser, end).after(AffineStep.ofChain(restart, denoiser, grid));
                assertThat(law.distanceTo(Processes.lawAt(denoiser, 0)))
                        .as("low %g, %s", low, schedule)
                        .isCloseTo(0, within(1e-12));
            }
        }
    }

    /// What has gone wrong before is forgotten: from a start whose mean is off by half its standard deviation
    /// the flow alone ends off by half of the data's; each pass takes a constant share of that.
    @Test
    void contractsWhatHasGoneWrongBefore() {
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, Edm.standard());
        TimeGrid grid = TimeGrid.karras(Edm.standard(), 80, 0.01, 40, 7);
        AffineStep.Law right = Processes.lawAt(denoiser, 80);
        AffineStep.Law wrong = new AffineStep.Law(right.mean() + right.std() / 2, right.std());
        double off = wrong.after(AffineStep.ofChain(new Heun(), denoiser, grid)).mean() - 1.5;
        assertThat(off).isCloseTo(0.25, within(0.01));
        double[] left = new double[4];
        for (int k = 1; k < 4; k++) {
            Restart restart = new Restart(new Heun(), 0.05, 2, k, 20);
            left[k] = wrong.after(AffineStep.ofChain(restart, denoiser, grid)).mean() - 1.5;
        }
        // the correlation of the ends of a pass is c(low)/c(high), c² = 0.25 + σ²
        double share = Math.sqrt((0.25 + 0.05 * 0.05) / (0.25 + 4));
        for (int k = 1; k < 4; k++) {
            assertThat(left[k] / off).isCloseTo(Math.pow(share, k), within(0.005));
        }
    }

    @Test
    void costsWhatItStates() {
        TimeGrid grid = TimeGrid.uniform(LinearVp.standard(), 1, 0, 10);
        assertThat(new Restart(new Heun(), 0.25, 0.6, 3, 4).evaluations(grid)).hasValue(2 * (11 + 12));
        assertThat(new Restart(new Heun(), 0.5, 0.6, 3, 4).evaluations(grid)).hasValue(2 * (10 + 12));
    }
}
