package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class StartTest {
    /// Seed 81, 10 000 points at the end and halfway of every process; one of the 16 fails at another seed with
    /// odds 1.6e-3.
    @Test
    void exactStartsHaveTheMarginal() {
        for (NoiseSchedule schedule : Processes.all()) {
            DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), schedule);
            for (double t : new double[] {schedule.end(), schedule.end() / 2}) {
                Points x = Start.EXACT.draw(law, t, 10_000, RandomStreams.of(81));
                GoodnessOfFit.assertDrawnFrom(x, law.marginal(t), 1e-4, schedule + " at " + t);
            }
        }
    }

    /// Seed 82, 10 000 points; odds 1e-4 for each of 2.
    @Test
    void priorStartsAreNoiseOfTheLevelAtTheEnd() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), Edm.standard());
        for (double t : new double[] {80, 3}) {
            Points x = Start.PRIOR.draw(law, t, 10_000, RandomStreams.of(82));
            GaussianMixture noise = GaussianMixture.gaussian(new double[2], new Isotropic(80, 2));
            GoodnessOfFit.assertDrawnFrom(x, noise, 1e-4, "prior at " + t);
        }
    }

    @Test
    void theFirstPointsDoNotDependOnTheirNumber() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
        for (Start start : Start.values()) {
            Points many = start.draw(law, 1, 3000, RandomStreams.of(83));
            assertThat(start.draw(law, 1, 10, RandomStreams.of(83))).isEqualTo(many.slice(0, 10));
        }
    }

    @Test
    void exactStartsAreNotTheDrawsOfTheMarginalWithTheSameStreams() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
        RandomStreams streams = RandomStreams.of(84);
        assertThat(Start.EXACT.draw(law, 0, 3, streams))
                .isNotEqualTo(law.mixture().sample(3, streams));
    }
}
