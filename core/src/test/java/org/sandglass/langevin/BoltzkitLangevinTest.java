package org.sandglass.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sandglass.testing.Near.near;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.testing.Reference;

/// boltzkit's two Langevin runs on its mixture of forty, with the noise that they had: five steps of 0.01.
class BoltzkitLangevinTest {
    private static final Reference RUN = Reference.read("boltzkit_metrics.json").get("langevin");

    @Test
    void unadjustedStepsAreThePeers() {
        near("unadjusted", run(Scheme.UNADJUSTED), RUN.doubles("integrate_langevin"));
    }

    @Test
    void middleStepsAreThePeers() {
        near("middle", run(Scheme.MIDDLE), RUN.doubles("integrate_langevin_middle"));
    }

    @Test
    void noStepsLeaveThePointsWhereTheyWere() {
        Points first = Points.of(RUN.rows("n_steps=0"));
        Points end = new Langevin(gmm40().underNoise(1, 0), Scheme.UNADJUSTED, 0.01)
                .run(Points.of(RUN.rows("x0")).slice(0, 1), 0, RandomStreams.of(0))
                .end();
        assertThat(end).isEqualTo(first);
    }

    private static double[] run(Scheme scheme) {
        Langevin how = new Langevin(gmm40().underNoise(1, 0), scheme, 0.01);
        Points x = Points.of(RUN.rows("x0"));
        Rule rule = scheme.rule(how, recorded(), new Place(0, how.stepSize()), x);
        for (int step = 0; step < RUN.get("noise_randn").size(); step++) {
            rule.move(x, step);
        }
        return x.data();
    }

    private static Noise recorded() {
        return new Noise() {
            @Override
            public void normals(long step, double[] z) {
                double[] noise = RUN.get("noise_randn").get((int) step).doubles();
                System.arraycopy(noise, 0, z, 0, z.length);
            }

            @Override
            public void uniforms(long step, double[] u) {
                throw new AssertionError("neither scheme of the peer's accepts or rejects");
            }
        };
    }

    private static GaussianMixture gmm40() {
        Reference gmm40 = Reference.read("boltzkit_gmm40.json");
        return GaussianMixture.ofLogits(
                gmm40.doubles("logits_normalised"),
                Points.of(gmm40.rows("means")),
                Arrays.stream(gmm40.rows("diag_stds")).map(Diagonal::of).toList());
    }
}
