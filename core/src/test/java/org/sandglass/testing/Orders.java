package org.sandglass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Spectral;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// The order of a rule that solves the probability flow, measured: its error against the exact flow, at
/// step numbers that are halved three times.
///
/// A [Problem] is a mixture, a schedule and a family of grids, each one smooth map of `i/n` with
/// `−4 ≤ λ ≤ 4`, so that the error of a rule of order `p` is `c n⁻ᵖ (1 + O(1/n))`. In one dimension the
/// exact flow is the quantile map, in two it is [ExactFlow].
///
/// ```java
/// Orders.assertOrder(new Heun(), 2, problem, 512); // at 64, 128, 256 and 512 steps
/// ```
public final class Orders {
    private static final double LATE = -4;
    private static final double EARLY = 4;

    /// Three modes in two dimensions with full covariances: the fixed mixture of diffuse.
    public static final GaussianMixture PLANE = GaussianMixture.ofWeights(
            new double[] {0.3, 0.4, 0.3},
            Points.of(new double[] {-1, -1}, new double[] {1, 1}, new double[] {2, -2}),
            List.of(
                    Spectral.of(new double[] {0.5, 0.1, 0.1, 0.5}, 2),
                    Spectral.of(new double[] {0.7, -0.1, -0.1, 0.7}, 2),
                    Spectral.of(new double[] {0.3, 0, 0, 1}, 2)));

    private Orders() {}

    /// What is solved.
    ///
    /// @param name for messages
    /// @param denoiser the exact one
    /// @param grids the grid of `n` steps
    /// @param start points at the first time of every grid
    /// @param exact where the flow carries them by the last
    public record Problem(
            String name, MixtureDenoiser denoiser, IntFunction<TimeGrid> grids, Points start, Points exact) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// One Gaussian, two modes on the line and three in the plane; VP-linear, EDM and flow; steps that are
    /// equal in `λ`, and steps that are equal in time (EDM: of Karras' spacing).
    ///
    /// @return 18 problems
    public static List<Problem> all() {
        return Stream.of(Processes.GAUSSIAN, Processes.TWO_MODES, PLANE)
                .flatMap(Orders::of)
                .toList();
    }

    /// A mixture in one or two dimensions under the three schedules and two kinds of grid.
    ///
    /// @param mixture the law of the data
    /// @return 6 problems
    public static Stream<Problem> of(GaussianMixture mixture) {
        return Stream.<NoiseSchedule>of(LinearVp.standard(), Edm.standard(), Flow.standard())
                .flatMap(schedule -> Stream.of(true, false).map(equalInLogSnr -> {
                    double from = schedule.timeOfLogSnr(LATE);
                    double to = schedule.timeOfLogSnr(EARLY);
                    return problem(
                            mixture,
                            schedule,
                            equalInLogSnr ? "λ" : "t",
                            n -> equalInLogSnr
                                    ? TimeGrid.logSnr(schedule, from, to, n)
                                    : inTime(schedule, from, to, n));
                }));
    }

    private static TimeGrid inTime(NoiseSchedule schedule, double from, double to, int n) {
        return schedule instanceof Edm
                ? TimeGrid.karras(schedule, from, to, n, 7)
                : TimeGrid.uniform(schedule, from, to, n);
    }

    private static Problem problem(
            GaussianMixture mixture, NoiseSchedule schedule, String by, IntFunction<TimeGrid> grids) {
        MixtureDenoiser denoiser = Processes.exact(mixture, schedule);
        String name = "K=" + mixture.k() + " d=" + mixture.d() + ", " + schedule + ", equal in " + by;
        TimeGrid ends = grids.apply(1);
        return mixture.d() == 1 ? onTheLine(name, denoiser, grids, ends) : inSpace(name, denoiser, grids, ends);
    }

    /// The quantiles 0.05, 0.15 … 0.95.
    private static Problem onTheLine(
            String name, MixtureDenoiser denoiser, IntFunction<TimeGrid> grids, TimeGrid ends) {
        double[] levels =
                IntStream.range(0, 10).mapToDouble(i -> 0.05 + 0.1 * i).toArray();
        DoubleUnaryOperator late = cdf(denoiser.law().marginal(ends.from()));
        DoubleUnaryOperator early = cdf(denoiser.law().marginal(ends.to()));
        double[] start = Arrays.stream(levels).map(p -> quantile(late, p)).toArray();
        double[] exact = Arrays.stream(start)
                .map(x -> quantile(early, late.applyAsDouble(x)))
                .toArray();
        return new Problem(name, denoiser, grids, Points.wrap(start, 10, 1), Points.wrap(exact, 10, 1));
    }

    /// 10 draws with seed 7.
    private static Problem inSpace(String name, MixtureDenoiser denoiser, IntFunction<TimeGrid> grids, TimeGrid ends) {
        RandomStreams streams = RandomStreams.of(7);
        Points start = Start.EXACT.draw(denoiser.law(), ends.from(), 10, streams);
        Points exact = start.copy();
        new ExactFlow()
                .between(denoiser, ends.from(), ends.to())
                .apply(exact, Memory.of(0), Noise.of(streams.stream("none")));
        return new Problem(name, denoiser, grids, start, exact);
    }

    /// The root mean square error of a rule at the end.
    ///
    /// @param step the rule
    /// @param problem what it solves
    /// @param n in how many steps
    /// @return the error over all coordinates of all points
    public static double error(Step step, Problem problem, int n) {
        Sampler sampler = new Sampler(step, problem.grids().apply(n));
        double[] end = sampler.run(problem.denoiser(), problem.start(), RandomStreams.of(1))
                .data();
        double[] exact = problem.exact().data();
        double sum = IntStream.range(0, end.length)
                .mapToDouble(i -> (end[i] - exact[i]) * (end[i] - exact[i]))
                .sum();
        return Math.sqrt(sum / end.length);
    }

    /// The orders that three halvings show: `log₂(e(n)/e(2n))` for `n = N/8, N/4, N/2`.
    ///
    /// @param step the rule
    /// @param problem what it solves
    /// @param finest the greatest number of steps `N`, a multiple of 8
    /// @return the errors at `N/8 … N`, then the three orders
    public static Measured measure(Step step, Problem problem, int finest) {
        double[] errors = IntStream.of(8, 4, 2, 1)
                .mapToDouble(part -> error(step, problem, finest / part))
                .toArray();
        double[] orders = IntStream.range(0, 3)
                .mapToDouble(i -> Math.log(errors[i] / errors[i + 1]) / Math.log(2))
                .toArray();
        return new Measured(
                DoubleStream.of(errors).boxed().toList(),
                DoubleStream.of(orders).boxed().toList());
    }

    /// What was measured.
    ///
    /// @param errors at `N/8`, `N/4`, `N/2` and `N` steps
    /// @param orders between neighbours
    public record Measured(List<Double> errors, List<Double> orders) {}

    /// Fails unless all three orders are within 0.15 of the one that theory says.
    ///
    /// @param step the rule
    /// @param order its order
    /// @param problem what it solves
    /// @param finest the greatest number of steps, a multiple of 8
    public static void assertOrder(Step step, double order, Problem problem, int finest) {
        Measured measured = measure(step, problem, finest);
        assertThat(measured.orders())
                .as("%s on %s up to %d steps: %s", step, problem, finest, measured)
                .allMatch(p -> Math.abs(p - order) <= 0.15);
    }

    /// `Σ wₖ Φ((x − μₖ)/sₖ)` to some units in the last place, not from a table.
    private static DoubleUnaryOperator cdf(GaussianMixture law) {
        double[] weights = law.weights();
        double[] stds = law.covariances().stream()
                .mapToDouble(c -> Math.sqrt(2 * c.matrix()[0]))
                .toArray();
        return x -> IntStream.range(0, weights.length)
                .mapToDouble(k -> weights[k] / 2 * Erf.erfc((law.means().get(k, 0) - x) / stds[k]))
                .sum();
    }

    /// The least `x` with `F(x) ≥ p`, by bisection down to neighbouring doubles.
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
