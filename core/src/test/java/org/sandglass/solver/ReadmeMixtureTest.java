package org.sandglass.solver;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Simulation;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.GoodnessOfFit;

/// What a user of torchGMM would write, twice: with functions, and with a sampler. Seeds 121 and 122, 10 000
/// points; odds 1e-3 each, but for the bias of 500 steps.
class ReadmeMixtureTest {
    @Test
    void isReversedByFunctions() {
        var mixture = GaussianMixture.ofWeights(
                new double[] {0.3, 0.7},
                Points.of(new double[] {-2, 0}, new double[] {2, 0}),
                List.of(new Isotropic(0.5, 2), new Isotropic(0.5, 2)));
        var schedule = LinearVp.standard();
        var law = new DiffusedMixture(mixture, schedule);
        var streams = RandomStreams.of(121);
        var noise = law.marginal(1).sample(10_000, streams);
        Simulation.Drift drift = (x, t) -> {
            Points score = law.at(t).score(x);
            double f = schedule.drift(t);
            double g2 = schedule.diffusionSquared(t);
            for (int i = 0; i < score.data().length; i++) {
                score.data()[i] = f * x.data()[i] - g2 * score.data()[i];
            }
            return score;
        };
        var times = TimeGrid.uniform(schedule, 1, 0, 500).toArray();
        var way = Simulation.run(drift, t -> Math.sqrt(schedule.diffusionSquared(t)), noise, times, streams);

        GoodnessOfFit.assertDrawnFrom(way.end(), mixture, 1e-3, "seed 121");
    }

    @Test
    void isReversedByASampler() {
        var mixture = GaussianMixture.ofWeights(
                new double[] {0.3, 0.7},
                Points.of(new double[] {-2, 0}, new double[] {2, 0}),
                List.of(new Isotropic(0.5, 2), new Isotropic(0.5, 2)));
        var law = new DiffusedMixture(mixture, LinearVp.standard());
        var streams = RandomStreams.of(122);
        var sampler = new Sampler(new EulerMaruyama(), TimeGrid.uniform(law.schedule(), 1, 0, 500));
        var noise = Start.EXACT.draw(law, 1, 10_000, streams);
        var data = sampler.run(new MixtureDenoiser(law), noise, streams);

        GoodnessOfFit.assertDrawnFrom(data, mixture, 1e-3, "seed 122");
    }
}
