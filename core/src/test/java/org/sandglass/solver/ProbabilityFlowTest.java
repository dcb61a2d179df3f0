package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.SubVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;

/// Deterministic steps against the exact flow, which in one dimension is the quantile map `x₀ = F₀⁻¹(Fₜ(xₜ))`.
///
/// The error is `c/nᵖ (1 + O(1/n))`: the order measured between `n` and `2n` steps is `p` up to some `1/n`
/// times a constant of the flow. DDIM on equal steps down to a time 0 where `σ ~ √t` has `c ln n/n`, which
/// measures as `1 − 1/ln n` at first: 0.98.
class ProbabilityFlowTest {
    private static final Map<Step, Integer> ORDERS = Map.of(new Euler(), 1, new Ddim(), 1, new Heun(), 2);

    /// On one Gaussian the flow is affine: `x₀ = μ + (s₀/sₜ)(xₜ − αₜμ)`.
    @TestFactory
    Stream<DynamicTest> convergesOnOneGaussianWithItsOrder() {
        return cases(Processes.GAUSSIAN, 400);
    }

    @TestFactory
    Stream<DynamicTest> convergesOnTwoModesWithItsOrder() {
        return cases(Processes.TWO_MODES, 1600);
    }

    private static Stream<DynamicTest> cases(GaussianMixture mixture, int n) {
        return Map.<NoiseSchedule, IntFunction<TimeGrid>>of(
                        LinearVp.standard(), steps -> TimeGrid.uniform(LinearVp.standard(), 1, 0, steps),
                        SubVp.standard(), steps -> TimeGrid.uniform(SubVp.standard(), 1, 0, steps),
                        CosineVp.standard(), steps -> TimeGrid.uniform(CosineVp.standard(), 1, 0, steps),
                        Flow.standard(), steps -> TimeGrid.uniform(Flow.standard(), 1, 0, steps),
                        Edm.standard(), steps -> TimeGrid.karras(Edm.standard(), 80, 0, steps, 7))
                .entrySet()
                .stream()
                .flatMap(grid -> ORDERS.entrySet().stream()
                        .map(order -> DynamicTest.dynamicTest(order.getKey() + ", " + grid.getKey(), () -> {
                            MixtureDenoiser denoiser = Processes.exact(mixture, grid.getKey());
                            double coarse = error(
                                    order.getKey(), denoiser, grid.getValue().apply(n));
                            double fine = error(
                                    order.getKey(), denoiser, grid.getValue().apply(2 * n));
                            assertThat(Math.log(coarse / fine) / Math.log(2))
                                    .as("order from errors %g at %d steps, %g at %d", coarse, n, fine, 2 * n)
                                    .isBetween(order.getValue() - 0.1, order.getValue() + 0.1);
                        })));
    }

    /// Root mean square over the start's quantiles 0.01, 0.06 … 0.96.
    private static double error(Step step, MixtureDenoiser denoiser, TimeGrid grid) {
        DoubleUnaryOperator late = GoodnessOfFit.cdf(denoiser.law().marginal(grid.from()));
        DoubleUnaryOperator early = GoodnessOfFit.cdf(denoiser.law().marginal(grid.to()));
        double[] start = DoubleStream.iterate(0.01, p -> p < 1, p -> p + 0.05)
                .map(p -> quantile(late, p))
                .toArray();
        Points end = new Sampler(step, grid).run(denoiser, Points.wrap(start, start.length, 1), RandomStreams.of(1));
        double sum = 0;
        for (int i = 0; i < start.length; i++) {
            sum += Math.pow(end.get(i, 0) - quantile(early, late.applyAsDouble(start[i])), 2);
        }
        return Math.sqrt(sum / start.length);
    }

    private static double quantile(DoubleUnaryOperator cdf, double p) {
        double low = -1e3;
        double high = 1e3;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (cdf.applyAsDouble(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
