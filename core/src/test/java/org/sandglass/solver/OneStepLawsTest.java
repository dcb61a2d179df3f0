package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.CountingDenoiser;
import org.sandglass.denoiser.FunctionDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.Orders;
import org.sandglass.testing.Processes;

/// What holds for the rules of one step on every schedule: the identities between them, finite ends, honest
/// counts.
class OneStepLawsTest {
    private static final double X0 = 1.75;

    private static final List<OneStep> ORDER_ONE =
            List.of(new ExponentialEuler(), new DpmSolver1(), new DpmSolverPlusPlus1());

    private static final List<OneStep> EXPONENTIAL = List.of(
            new ExponentialEuler(),
            new DpmSolver1(),
            new DpmSolverPlusPlus1(),
            new DpmSolver2(),
            new DpmSolver3(),
            new DpmSolverPlusPlus2S(DpmSolverPlusPlus2S.Midpoint.LOG_SNR),
            new DpmSolverPlusPlus2S(DpmSolverPlusPlus2S.Midpoint.TIME));

    private static final List<OneStep> ALL = Stream.concat(
                    EXPONENTIAL.stream(),
                    Stream.of(
                            new Midpoint(),
                            new Rk4(),
                            new Heun(Clock.TIME, Heun.Last.EULER),
                            new Heun(Clock.SIGMA, Heun.Last.TRAPEZOID),
                            new Heun(Clock.SIGMA, Heun.Last.EULER),
                            new Strang()))
            .toList();

    private static Points run(Step step, MixtureDenoiser denoiser, TimeGrid grid) {
        RandomStreams streams = RandomStreams.of(3);
        Points start = Start.EXACT.draw(denoiser.law(), grid.from(), 50, streams);
        return new Sampler(step, grid).run(denoiser, start, streams);
    }

    /// In time equal steps from the end to 0, so both ends are among them. The noise form multiplies
    /// roundings by `1/α` where it is finite, at most 1/0.03 here.
    @Test
    void ddimIsExponentialEulerInTheDataAndInTheNoise() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Orders.PLANE, schedule);
            TimeGrid grid = TimeGrid.uniform(schedule, schedule.end(), 0, 50);
            Points ddim = run(new Ddim(), denoiser, grid);
            for (OneStep step : ORDER_ONE) {
                assertThat(run(step, denoiser, grid).data())
                        .as("%s, %s", step, schedule)
                        .containsExactly(ddim.data(), within(1e-12));
            }
        }
    }

    @Test
    void allOfThemAreEulersMethodForFlow() {
        MixtureDenoiser denoiser = Processes.exact(Orders.PLANE, Flow.standard());
        TimeGrid grid = TimeGrid.uniform(Flow.standard(), 1, 0, 50);
        Points euler = run(new Euler(), denoiser, grid);
        for (OneStep step : ORDER_ONE) {
            assertThat(run(step, denoiser, grid).data()).as("%s", step).containsExactly(euler.data(), within(1e-12));
        }
    }

    /// With `α = 1` and `σ = t` the noise is the velocity: Karras' rule is one, whatever its clock.
    @Test
    void heunByNoiseLevelIsHeunByTimeForEdmAndOnlyThere() {
        for (Heun.Last last : Heun.Last.values()) {
            Heun byTime = new Heun(Clock.TIME, last);
            Heun bySigma = new Heun(Clock.SIGMA, last);
            MixtureDenoiser edm = Processes.exact(Orders.PLANE, Edm.standard());
            TimeGrid levels = TimeGrid.karras(Edm.standard(), 80, 0.002, 18, 7);
            levels = last == Heun.Last.EULER ? levels.followedBy(Edm.standard(), 0) : levels;
            assertThat(run(bySigma, edm, levels).data())
                    .containsExactly(run(byTime, edm, levels).data(), within(1e-12));
            MixtureDenoiser vp = Processes.exact(Orders.PLANE, LinearVp.standard());
            TimeGrid times = TimeGrid.uniform(LinearVp.standard(), 1, 0.1, 18);
            assertThat(run(bySigma, vp, times).get(0, 0))
                    .isNotCloseTo(run(byTime, vp, times).get(0, 0), within(1e-4));
        }
    }

    /// The midpoint by `λ` in the data and in the noise differ: the two forms are the same only at order 1.
    @Test
    void secondOrderInTheDataAndInTheNoiseDiffer() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, LinearVp.standard());
        TimeGrid grid = TimeGrid.of(denoiser.schedule(), 0.6, 0.3);
        double inNoise = run(new DpmSolver2(), denoiser, grid).get(0, 0);
        assertThat(run(new DpmSolverPlusPlus2S(), denoiser, grid).get(0, 0)).isNotCloseTo(inNoise, within(1e-4));
    }

    /// On a point mass the noise and the data are constants of the flow, so every exponential rule is exact
    /// in a step of any length. The noise form divides roundings by `σ` on the way, and multiplies them by
    /// `αₛ/αₜ`, up to 7 here.
    @Test
    void exponentialRulesAreExactForAPointMass() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = new MixtureDenoiser(DiffusedMixture.from(schedule, X0));
            double late = 0.6 * schedule.end();
            double growth = 1 / schedule.alpha(late);
            for (OneStep step : EXPONENTIAL) {
                for (double u : new double[] {0, 0.001, 0.4, 0.9}) {
                    double s = u * late;
                    AffineStep.Law law = Processes.lawAt(denoiser, late).after(AffineStep.of(step, denoiser, late, s));
                    String what = step + ", " + schedule + " at " + s;
                    double bound = 1e-11 * (1 + schedule.sigma(s)) * growth * growth;
                    assertThat(law.mean()).as(what).isCloseTo(schedule.alpha(s) * X0, within(bound));
                    assertThat(law.std()).as(what).isCloseTo(schedule.sigma(s), within(bound));
                }
            }
        }
    }

    @Test
    void everyRuleIsFiniteFromTheVeryEndToTheData() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Orders.PLANE, schedule);
            for (OneStep step : ALL) {
                for (int steps : new int[] {1, 2, 10}) {
                    Points end = run(step, denoiser, TimeGrid.uniform(schedule, schedule.end(), 0, steps));
                    assertThat(end.firstNonFiniteRow())
                            .as("%s, %s, %d", step, schedule, steps)
                            .isNegative();
                }
            }
        }
    }

    /// On grids with both infinite ends, with one, and with none.
    @Test
    void evaluationsAreCountedAsStated() {
        for (NoiseSchedule schedule : Processes.all()) {
            double end = schedule.end();
            for (TimeGrid grid : List.of(
                    TimeGrid.uniform(schedule, end, 0, 7),
                    TimeGrid.uniform(schedule, 0.9 * end, 0, 1),
                    TimeGrid.uniform(schedule, 0.9 * end, 0.1 * end, 3))) {
                for (OneStep step : ALL) {
                    CountingDenoiser counting = new CountingDenoiser(Processes.exact(Orders.PLANE, schedule));
                    new Sampler(step, grid).run(counting, Points.zeros(5, 2), RandomStreams.of(1));
                    assertThat(counting.points())
                            .as("%s, %s, %s", step, schedule, grid)
                            .isEqualTo(5L * step.evaluations(grid).getAsInt());
                    assertThat(step.stochastic()).isFalse();
                    assertThat(step.memory()).isZero();
                }
            }
        }
    }

    /// A step to where `λ` is infinite is as many steps of order 1 as the rule has evaluations.
    @Test
    void stepsToInfiniteEndsAreStepsOfOrderOne() {
        for (NoiseSchedule schedule : List.of(Flow.standard(), CosineVp.standard())) {
            MixtureDenoiser denoiser = Processes.exact(Orders.PLANE, schedule);
            for (double[] ends : new double[][] {{1, 0.4}, {0.3, 0}}) {
                for (OneStep step : List.of(new DpmSolver2(), new DpmSolver3(), new DpmSolverPlusPlus2S())) {
                    TimeGrid parts = TimeGrid.uniform(schedule, ends[0], ends[1], step.evaluations());
                    assertThat(run(step, denoiser, TimeGrid.of(schedule, ends)).data())
                            .containsExactly(run(new Ddim(), denoiser, parts).data(), within(1e-13));
                }
            }
        }
    }

    /// A model of the noise has no velocity at time 0: trapezoids ask for it, and the others do not.
    @Test
    void aModelOfTheNoiseReachesTheDataUnlessATrapezoidIsAskedFor() {
        MixtureDenoiser exact = Processes.exact(Orders.PLANE, LinearVp.standard());
        FunctionDenoiser model = new FunctionDenoiser(2, exact.schedule(), Prediction.NOISE, (x, t) -> {
            Points out = Points.zeros(x.n(), x.d());
            exact.at(t).predict(Prediction.NOISE, x, out);
            return out;
        });
        TimeGrid grid = TimeGrid.uniform(exact.schedule(), 1, 0, 5);
        for (OneStep step : ALL) {
            Sampler sampler = new Sampler(step, grid);
            if (step instanceof Rk4) {
                assertThatThrownBy(() -> sampler.run(model, Points.zeros(2, 2), RandomStreams.of(1)))
                        .isInstanceOf(NumericalException.class)
                        .hasMessageContaining("stop the grid short of this time");
            } else {
                Points end = sampler.run(model, Points.zeros(2, 2), RandomStreams.of(1));
                assertThat(end.firstNonFiniteRow()).as("%s", step).isNegative();
            }
        }
    }
}
