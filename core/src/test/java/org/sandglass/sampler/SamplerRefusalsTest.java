package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.FunctionDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Ddim;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class SamplerRefusalsTest {
    private static final MixtureDenoiser DENOISER = Processes.exact(SampleLaws.quickstart(), LinearVp.standard());
    private static final TimeGrid GRID = TimeGrid.uniform(LinearVp.standard(), 1, 0, 10);
    private static final RandomStreams STREAMS = RandomStreams.of(71);

    @Test
    void refusesAStartOfAnotherDimension() {
        assertThatThrownBy(() -> new Sampler(new Ddim(), GRID).run(DENOISER, Points.zeros(4, 3), STREAMS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points to start from have dimension 3, the denoiser 2");
    }

    @Test
    void refusesAStartThatIsNotFinite() {
        Points start = Points.of(new double[] {1, 2}, new double[] {0, Double.NaN});
        assertThatThrownBy(() -> new Sampler(new Ddim(), GRID).run(DENOISER, start, STREAMS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points to start from must be finite, got [0.0, NaN] at row 1");
    }

    @Test
    void refusesAGridOfAnotherProcess() {
        TimeGrid grid = TimeGrid.karras(Edm.standard(), 80, 0, 5, 7);
        assertThatThrownBy(() -> new Sampler(new Ddim(), grid).run(DENOISER, Points.zeros(1, 2), STREAMS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is defined for 0 <= t <= 1.0, got t=80.0");
    }

    @Test
    void namesThePointAndTheStepWhereADenoiserLeavesTheFiniteNumbers() {
        FunctionDenoiser broken = new FunctionDenoiser(1, LinearVp.standard(), Prediction.X0, (x, t) -> {
            Points out = x.copy();
            out.data()[x.n() - 1] = t < 0.5 ? Double.NaN : 0;
            return out;
        });
        TimeGrid grid = TimeGrid.of(LinearVp.standard(), 1, 0.8, 0.4, 0.2);
        assertThatThrownBy(() -> new Sampler(new Ddim(), grid).run(broken, Points.zeros(1030, 1), STREAMS))
                .isInstanceOf(NumericalException.class)
                .hasMessageStartingWith("point 1023 is no longer finite after the step from t=0.4 to t=0.2");
    }

    @Test
    void anInterruptedRunStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Sampler(new Ddim(), GRID).run(DENOISER, Points.zeros(3, 2), STREAMS))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesToKeepEveryZerothState() {
        assertThatThrownBy(() -> new Recording.Every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
    }
}
