package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Processes;

class SaSolverTest {
    private static final WarmUp HEUN = new WarmUp.With(new Heun());

    /// Without noise the rule is an Adams method for the flow: two modes, 21 starts, −3 ≤ λ ≤ 3, 32 to 256
    /// steps, against 16 384 steps of Heun's rule, which is within 1e-7. A warm-up by Heun has local order 3,
    /// enough for order 3.
    @TestFactory
    Stream<DynamicTest> solvesTheFlowWithTheOrderOfItsPolynomial() {
        Map<Step, Integer> orders = Map.of(
                new SaSolver(1, 0, 0), 1,
                new SaSolver(2, 0, 0), 2,
                new SaSolver(3, 0, 0, HEUN), 3,
                new SaSolver(1, 1, 0), 1,
                new SaSolver(1, 2, 0), 2,
                new SaSolver(2, 3, 0, HEUN), 3);
        return orders.entrySet().stream()
                .flatMap(e -> Stream.of(LinearVp.standard(), Edm.standard(), Flow.standard())
                        .map(schedule -> DynamicTest.dynamicTest(
                                e.getKey() + ", " + schedule, () -> check(e.getKey(), e.getValue(), schedule))));
    }

    private static void check(Step step, int order, NoiseSchedule schedule) {
        double[] exact = end(new Heun(), schedule, 16_384);
        double[] errors = new double[4];
        Arrays.setAll(errors, k -> distance(end(step, schedule, 32 << k), exact));
        assertThat(Math.log(errors[2] / errors[3]) / Math.log(2))
                .as("order %d from errors %s", order, Arrays.toString(errors))
                .isBetween(order - 0.15, order + 0.15);
    }

    private static double[] end(Step step, NoiseSchedule schedule, int steps) {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, schedule);
        TimeGrid grid = TimeGrid.logSnr(schedule, schedule.timeOfLogSnr(-3), schedule.timeOfLogSnr(3), steps);
        Points start = Points.zeros(21, 1);
        Arrays.setAll(start.data(), i -> schedule.sigma(grid.from()) * (i - 10) / 4);
        return new Sampler(step, grid).run(denoiser, start, RandomStreams.of(1)).data();
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum / x.length);
    }

    /// A polynomial that is constant, or linear in `λ`, is integrated exactly: the factors sum to that of a
    /// constant, and weigh the nodes to `αₛ(h φ₁ − h φ₂)`-like moments, here by a fine sum.
    @Test
    void factorsIntegratePolynomialsExactly() {
        NoisyLeg leg = NoisyLeg.of(LinearVp.standard(), 0.7, 0.5, 0.4);
        double[] nodes = {0, -0.9, -2.1, 1};
        double[] factors = leg.ofX0(nodes);
        for (int power = 0; power < 4; power++) {
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += factors[j] * Math.pow(nodes[j], power);
            }
            assertThat(sum).isCloseTo(integral(leg, power), within(1e-9));
        }
        assertThat(Arrays.stream(factors).sum()).isCloseTo(leg.ofX0(), within(1e-14));
    }

    /// `αₛ q h ∫₀¹ e^(−qh(1−θ)) θᵖ dθ` by the midpoint rule with 100 000 points.
    private static double integral(NoisyLeg leg, int power) {
        double rate = (1 + 0.49) * leg.leg().h();
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            double theta = (i + 0.5) / 100_000;
            sum += Math.exp(-rate * (1 - theta)) * Math.pow(theta, power) / 100_000;
        }
        return leg.leg().alphaS() * rate * sum;
    }

    /// DPM-Solver++(2M) weighs the difference of two predictions by `½ αₛ (1 − e^(−h))/r`; the Adams rule of
    /// order 2 by the integral of which that is the midpoint: they agree up to a relative `h/6`, in both
    /// noises.
    @Test
    void orderTwoIsTwoMUpToTheNextOrder() {
        for (double tau : new double[] {0, 1}) {
            for (double h : new double[] {0.1, 0.01}) {
                NoiseSchedule flow = Flow.standard();
                double t = 0.5;
                double s = flow.timeOfLogSnr(flow.logSnr(t) + h);
                NoisyLeg leg = NoisyLeg.of(flow, tau, t, s);
                double ofDifference = -leg.ofX0(new double[] {0, -1})[1];
                assertThat(ofDifference / (leg.ofX0() / 2) - 1)
                        .isCloseTo((1 + tau * tau) * h / 6, within((1 + tau * tau) * h * h));
            }
        }
    }
}
