package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Processes;

/// How far a path of few steps ends from the path of 1024 steps under the same Brownian motion: on two modes,
/// 1000 paths, mean distance, 16, 32 and 64 steps equal in `λ`, −2 ≤ λ ≤ 1. All orders are 1, because the
/// noise does not depend on the point; a rule that uses the noise of its halves as two has no more.
///
/// The reference is a path of the same rule, whose own error makes the last halving look like `log₂(31/15) =
/// 1.05`.
class StrongOrderTest {
    private static final int FINE = 1024;
    private static final int PATHS = 1000;
    private static final WarmUp PLAIN = new WarmUp.LowerOrder();

    /// How noise is handed on from the end of one time to a later one by the linear part of a rule.
    private interface Transfer {
        /// What the noise of a step is made of: standard deviation in this step, and its factor at `end`.
        double weight(NoiseSchedule schedule, double t, double s, double end);
    }

    /// Brownian motion in `t`: its increments over a part of a step are added.
    private static final Transfer IN_TIME = (_, t, s, _) -> Math.sqrt(t - s);

    /// The stochastic integral of rules that predict `x₀` with `τ = 1`.
    private static final Transfer OF_DATA =
            (schedule, t, s, end) -> NoisyLeg.of(schedule, 1, t, s).spread()
                    * (s == end ? 1 : NoisyLeg.of(schedule, 1, s, end).keep());

    /// That of rules that predict the noise.
    private static final Transfer OF_NOISE =
            (schedule, t, s, end) -> NoiseLeg.of(schedule, t, s).spread() * schedule.alpha(end) / schedule.alpha(s);

    private static final Map<Step, Transfer> RULES = Map.of(
            new EulerMaruyama(), IN_TIME,
            new EulerMaruyama(0.5), IN_TIME,
            new LangevinFlow(0.5), IN_TIME,
            new SdeDpmSolverPlusPlus1(), OF_DATA,
            new SdeDpmSolverPlusPlus2M(PLAIN), OF_DATA,
            new SaSolver(3, 4, 1), OF_DATA,
            new Seeds1(), OF_NOISE,
            new Seeds2(), OF_NOISE);

    @TestFactory
    Stream<DynamicTest> isOneForAllRules() {
        return RULES.entrySet().stream()
                .flatMap(rule -> Stream.of(LinearVp.standard(), Edm.standard(), Flow.standard())
                        .map(schedule -> DynamicTest.dynamicTest(
                                rule.getKey() + ", " + schedule,
                                () -> check(rule.getKey(), rule.getValue(), schedule))));
    }

    private static void check(Step step, Transfer transfer, NoiseSchedule schedule) {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, schedule);
        double[] end = end(step, transfer, denoiser, FINE);
        double[] errors = new double[3];
        Arrays.setAll(errors, k -> distance(end(step, transfer, denoiser, 16 << k), end));
        assertThat(Math.log(errors[1] / errors[2]) / Math.log(2))
                .as("order from errors %s", Arrays.toString(errors))
                .isBetween(0.85, 1.2);
    }

    private static double[] end(Step step, Transfer transfer, MixtureDenoiser denoiser, int steps) {
        NoiseSchedule schedule = denoiser.schedule();
        TimeGrid grid = grid(schedule, steps);
        Points x = Start.EXACT.draw(denoiser.law(), grid.from(), PATHS, RandomStreams.of(71));
        Memory memory = Memory.of(step.memory());
        int parts = step instanceof Seeds2 ? 2 : 1;
        for (int i = 0; i < steps; i++) {
            int length = FINE * 2 / steps / parts;
            Noise noise = new Composed(schedule, transfer, grid(schedule, 2 * FINE), i * parts * length, length);
            step.move(denoiser, grid, i).apply(x, memory, noise);
        }
        return x.data();
    }

    private static TimeGrid grid(NoiseSchedule schedule, int steps) {
        return TimeGrid.logSnr(schedule, schedule.timeOfLogSnr(-2), schedule.timeOfLogSnr(1), steps);
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] - y[i]);
        }
        return sum / x.length;
    }

    /// The normal numbers of a coarse step, each composed of those of `length` steps of a fine grid.
    private static final class Composed implements Noise {
        private final NoiseSchedule schedule;
        private final Transfer transfer;
        private final TimeGrid fine;
        private final int length;
        private int from;

        Composed(NoiseSchedule schedule, Transfer transfer, TimeGrid fine, int from, int length) {
            this.schedule = schedule;
            this.transfer = transfer;
            this.fine = fine;
            this.from = from;
            this.length = length;
        }

        @Override
        public void fillNormals(double[] out) {
            double end = fine.time(from + length);
            double[] z = new double[out.length];
            double variance = 0;
            Arrays.fill(out, 0);
            for (int j = from; j < from + length; j++) {
                double weight = transfer.weight(schedule, fine.time(j), fine.time(j + 1), end);
                RandomStreams.of(72).stream("path", j).fillNormals(z, 0, z.length);
                for (int i = 0; i < z.length; i++) {
                    out[i] += weight * z[i];
                }
                variance += weight * weight;
            }
            for (int i = 0; i < out.length; i++) {
                out[i] /= Math.sqrt(variance);
            }
            from += length;
        }

        @Override
        public RandomStream stream() {
            throw new UnsupportedOperationException("only normal numbers are composed");
        }
    }
}
