package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.LineChain;
import org.sandglass.testing.Processes;

/// How fast the law at the end approaches the exact one, without sampling. Grids are equal steps in `λ`.
class WeakOrderTest {
    private static final WarmUp PLAIN = new WarmUp.LowerOrder();

    /// Rules for the reverse SDE. Predictor and corrector of order 2 gain one more where the SDE is linear.
    private static final Map<Step, Integer> REVERSE = Map.ofEntries(
            Map.entry(new EulerMaruyama(), 1),
            Map.entry(new Ddim(1), 1),
            Map.entry(new SdeDpmSolverPlusPlus1(), 1),
            Map.entry(new Seeds1(), 1),
            Map.entry(new Seeds2(), 2),
            Map.entry(new SdeDpmSolverPlusPlus2M(PLAIN), 2),
            Map.entry(new SaSolver(1, 1, 1), 1),
            Map.entry(new SaSolver(2, 0, 1), 2),
            Map.entry(new SaSolver(3, 0, 1), 2),
            Map.entry(new SaSolver(2, 2, 1), 3),
            Map.entry(new SaSolver(3, 4, 1), 2));

    /// Rules for other members of the family, and ancestral ones whose noise is not that of the SDE.
    private static final Map<Step, Integer> OTHERS = Map.of(
            new EulerMaruyama(0), 1,
            new EulerMaruyama(0.5), 1,
            new EulerMaruyama(1.5), 1,
            new LangevinFlow(0.5), 1,
            new Ddim(0.5), 1,
            new Ddpm(new Variance.Upper()), 1,
            new SaSolver(1, 0, 0.5), 1,
            new SaSolver(2, 0, 0.5), 2,
            new SaSolver(2, 0, 0), 2,
            new SaSolver(1, 2, 0), 2);

    /// Rules that look at one step alone.
    private static final Map<Step, Integer> ONE_STEP = Map.of(
            new EulerMaruyama(), 1,
            new EulerMaruyama(0.5), 1,
            new EulerMaruyama(1.5), 1,
            new LangevinFlow(0.5), 1,
            new Ddpm(new Variance.Upper()), 1,
            new Ddpm(new Variance.OptimalFull()), 2,
            new SdeDpmSolverPlusPlus1(), 1,
            new Seeds1(), 1,
            new Seeds2(), 2);

    /// On one Gaussian from a law that is not that of the start, mean off by a standard deviation and half as
    /// wide again, against the exact transition; −4 ≤ λ ≤ 4, 64 to 512 steps. From the right law some errors
    /// cancel, and orders look better than they are.
    @TestFactory
    Stream<DynamicTest> reversesOneGaussianFromAWrongLawWithItsOrder() {
        return cases(REVERSE, List.of(LinearVp.standard(), Edm.standard(), Flow.standard()), (step, schedule, k) -> {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            TimeGrid grid = grid(schedule, -4, 4, 64 << k);
            AffineStep.Law right = Processes.lawAt(denoiser, grid.from());
            AffineStep.Law start = new AffineStep.Law(right.mean() + right.std(), 1.5 * right.std());
            AffineStep exact =
                    AffineStep.ofChain(new Ddpm(new Variance.OptimalFull()), denoiser, grid(schedule, -4, 4, 1));
            return start.after(AffineStep.ofChain(step, denoiser, grid)).distanceTo(start.after(exact));
        });
    }

    /// From the exact marginal to the exact marginal.
    @TestFactory
    Stream<DynamicTest> convergesOnOneGaussianWithItsOrder() {
        return cases(OTHERS, List.of(LinearVp.standard(), Edm.standard(), Flow.standard()), (step, schedule, k) -> {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            TimeGrid grid = grid(schedule, -4, 4, 64 << k);
            return Processes.lawAt(denoiser, grid.from())
                    .after(AffineStep.ofChain(step, denoiser, grid))
                    .distanceTo(Processes.lawAt(denoiser, grid.to()));
        });
    }

    /// Second and fourth moment and `E cos 2x` on two modes, −2 ≤ λ ≤ 1, up to 256 steps; by quadrature, to
    /// 1e-8. Under schedules that keep the points within ±6.
    @TestFactory
    Stream<DynamicTest> convergesOnTwoModesWithItsOrder() {
        List<DoubleUnaryOperator> tests = List.of(x -> x * x, x -> x * x * x * x, x -> Math.cos(2 * x));
        return cases(ONE_STEP, List.of(LinearVp.standard(), Flow.standard()), (step, schedule, k) -> {
            MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, schedule);
            TimeGrid grid = grid(schedule, -2, 1, 32 << k);
            double sum = 0;
            for (DoubleUnaryOperator f : tests) {
                double end = LineChain.expectation((OneStep) step, denoiser, grid, f);
                sum = Math.hypot(sum, end - LineChain.exact(denoiser, grid.to(), f));
            }
            return sum;
        });
    }

    /// The error of a rule at the k-th grid, each twice as fine as the one before.
    private interface Errors {
        double of(Step step, NoiseSchedule schedule, int k);
    }

    private static Stream<DynamicTest> cases(Map<Step, Integer> orders, List<NoiseSchedule> schedules, Errors errors) {
        return orders.entrySet().stream()
                .flatMap(e -> schedules.stream()
                        .map(schedule -> DynamicTest.dynamicTest(e.getKey() + ", " + schedule, () -> {
                            double[] all = new double[4];
                            Arrays.setAll(all, k -> errors.of(e.getKey(), schedule, k));
                            assertThat(Math.log(all[2] / all[3]) / Math.log(2))
                                    .as("order %d from errors %s", e.getValue(), Arrays.toString(all))
                                    .isBetween(e.getValue() - 0.15, e.getValue() + 0.15);
                        })));
    }

    private static TimeGrid grid(NoiseSchedule schedule, double from, double to, int steps) {
        return TimeGrid.logSnr(schedule, schedule.timeOfLogSnr(from), schedule.timeOfLogSnr(to), steps);
    }
}
