package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.CountingDenoiser;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.ChosenNoise;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class ChurnTest {
    private static final double EVERYWHERE = Double.POSITIVE_INFINITY;

    /// Noise that nobody may draw.
    private static final Noise NONE = new Noise() {
        @Override
        public void fillNormals(double[] out) {
            throw new AssertionError("no noise is needed");
        }

        @Override
        public RandomStream stream() {
            throw new AssertionError("no noise is needed");
        }
    };

    private static double moved(Churn churn, Denoiser denoiser, TimeGrid grid, double x, Noise noise) {
        Points point = Points.of(new double[] {x});
        churn.move(denoiser, grid, 0).apply(point, Memory.of(0), noise);
        return point.get(0, 0);
    }

    private static double moved(Churn churn, Denoiser denoiser, TimeGrid grid, double x, double z) {
        return moved(churn, denoiser, grid, x, ChosenNoise.constant(z));
    }

    /// The exact law at `t`, churned alone, is the exact law at `t̂`, for every schedule and both clocks.
    @Test
    void leavesTheMarginalsOfEveryProcess() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            for (Clock clock : Clock.values()) {
                for (double u : new double[] {0.05, 0.5, 0.9}) {
                    double t = u * schedule.end();
                    Departure still = new Departure();
                    Churn churn = new Churn(still, 0.3, 0, EVERYWHERE, 1, clock);
                    TimeGrid grid = TimeGrid.of(schedule, t, t / 2);
                    double atZero = moved(churn, denoiser, grid, 0, 0);
                    double slope = moved(churn, denoiser, grid, 1, 0) - atZero;
                    double spread = moved(churn, denoiser, grid, 0, 1) - atZero;
                    AffineStep.Law law = Processes.lawAt(denoiser, t).after(new AffineStep(slope, atZero, spread));
                    AffineStep.Law exact = Processes.lawAt(denoiser, still.time());
                    assertThat(still.time()).isGreaterThan(t);
                    assertThat(law.distanceTo(exact))
                            .as("%s, %s, from %g to %g", schedule, clock, t, still.time())
                            .isLessThan(1e-13 * (1 + exact.std()));
                }
            }
        }
    }

    /// Seed 17, 20 000 points, odds 1e-4: ten steps with the exact kernel, each after churn, end at the
    /// data.
    @Test
    void withAnExactRuleIsExact() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
        RandomStreams streams = RandomStreams.of(17);
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 1, 0, 10);
        Points start = Start.EXACT.draw(law, 1, 20_000, streams);
        Churn churn = new Churn(new ExactKernel(law), 4, 0, 1, 1, Clock.TIME);
        Points end = new Sampler(churn, grid).run(new MixtureDenoiser(law), start, streams);
        GoodnessOfFit.assertDrawnFrom(end, law.mixture(), 1e-4, "seed 17");
    }

    /// `γ = min(rate/n, √2 − 1)`; by time `t̂ = t(1 + γ)`, by noise level `ν̂ = ν(1 + γ)`.
    @Test
    void goesBackByTheGivenFactor() {
        NoiseSchedule vp = LinearVp.standard();
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, vp);
        TimeGrid grid = TimeGrid.uniform(vp, 0.5, 0.1, 4);
        double level = vp.sigma(0.5) / vp.alpha(0.5);
        for (double rate : new double[] {0.8, 40}) {
            double factor = 1 + Math.min(rate / 4, Math.sqrt(2) - 1);
            assertThat(from(rate, Clock.TIME, denoiser, grid)).isCloseTo(0.5 * factor, within(1e-15));
            double late = from(rate, Clock.SIGMA, denoiser, grid);
            assertThat(vp.sigma(late) / vp.alpha(late)).isCloseTo(level * factor, within(1e-13));
        }
    }

    private static double from(double rate, Clock clock, Denoiser denoiser, TimeGrid grid) {
        Departure still = new Departure();
        new Churn(still, rate, 0, EVERYWHERE, 1, clock).move(denoiser, grid, 0);
        return still.time();
    }

    @Test
    void theClocksAgreeForEdm() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, Edm.standard());
        TimeGrid grid = TimeGrid.karras(Edm.standard(), 79, 0.01, 20, 7).followedBy(Edm.standard(), 0);
        Points start = Start.EXACT.draw(denoiser.law(), 79, 100, RandomStreams.of(18));
        assertThat(karras(Clock.TIME, denoiser, grid, start))
                .containsExactly(karras(Clock.SIGMA, denoiser, grid, start), within(1e-11));
    }

    private static double[] karras(Clock clock, Denoiser denoiser, TimeGrid grid, Points start) {
        Churn churn = new Churn(new Heun(clock, Heun.Last.EULER), 5, 0.05, 50.5, 1.003, clock);
        return new Sampler(churn, grid)
                .run(denoiser, start, RandomStreams.of(18))
                .data();
    }

    /// By noise level the end without signal is infinitely far.
    @Test
    void goesNoFurtherThanTheEnd() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            for (Clock clock : Clock.values()) {
                TimeGrid grid = TimeGrid.of(schedule, (1 - 1e-9) * schedule.end(), 0.2 * schedule.end());
                boolean noSignal = clock == Clock.SIGMA && schedule.alpha(schedule.end()) == 0;
                double latest = noSignal ? Math.nextDown(schedule.end()) : schedule.end();
                assertThat(from(1e3, clock, denoiser, grid))
                        .as("%s, %s", schedule, clock)
                        .isBetween(noSignal ? 0.999 : latest, latest);
            }
        }
    }

    @Test
    void drawsNothingWhereItIsNotActive() {
        NoiseSchedule vp = LinearVp.standard();
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, vp);
        TimeGrid grid = TimeGrid.of(vp, 0.5, 0.4);
        double level = Math.exp(-vp.logSnr(0.5));
        List<Churn> inactive = List.of(
                new Churn(new Euler(), 0, 0, EVERYWHERE, 1, Clock.TIME),
                new Churn(new Euler(), 0, 0, EVERYWHERE, 1, Clock.SIGMA),
                new Churn(new Euler(), 1, 0.5, 1, 1, Clock.TIME),
                new Churn(new Euler(), 1, 0, 0.5, 1, Clock.TIME),
                new Churn(new Euler(), 1, 0, Math.nextDown(level), 1, Clock.SIGMA),
                new Churn(new Euler(), 1, Math.nextUp(level), 1e9, 1, Clock.SIGMA));
        for (Churn churn : inactive) {
            double alone = AffineStep.of(new Euler(), denoiser, 0.5, 0.4).intercept();
            assertThat(moved(churn, denoiser, grid, 0, NONE)).as("%s", churn).isEqualTo(alone);
        }
        TimeGrid end = TimeGrid.of(vp, 1, 0.9);
        for (Clock clock : Clock.values()) {
            moved(new Churn(new Euler(), 1, 0, EVERYWHERE, 1, clock), denoiser, end, 0, NONE);
        }
    }

    /// The window by time is open, as diffuse has it; that by noise level is closed, as in the paper.
    @Test
    void theWindowByNoiseLevelIncludesItsEnds() {
        NoiseSchedule flow = Flow.standard();
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, flow);
        TimeGrid grid = TimeGrid.of(flow, 0.5, 0.4);
        double level = Math.exp(-flow.logSnr(0.5));
        assertThat(new Churn(new Euler(), 1, level, level, 1, Clock.SIGMA)).satisfies(churn -> {
            assertThat(moved(churn, denoiser, grid, 0, 1)).isNotEqualTo(moved(churn, denoiser, grid, 0, 0));
        });
    }

    @Test
    void inflationMultipliesTheNoiseAlone() {
        NoiseSchedule vp = LinearVp.standard();
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, vp);
        TimeGrid grid = TimeGrid.of(vp, 0.5, 0.4);
        double plain = moved(new Churn(new Departure(), 0.2, 0, 1, 1, Clock.TIME), denoiser, grid, 2, 1);
        double inflated = moved(new Churn(new Departure(), 0.2, 0, 1, 3, Clock.TIME), denoiser, grid, 2, 1);
        double calm = moved(new Churn(new Departure(), 0.2, 0, 1, 0, Clock.TIME), denoiser, grid, 2, 1);
        assertThat(inflated - calm).isCloseTo(3 * (plain - calm), within(1e-14));
        assertThat(calm).isCloseTo(2 * vp.transition(0.5, 0.6).scale(), within(1e-15));
    }

    /// Karras' sampler on his grid: `2n − 1` evaluations.
    @Test
    void countsTheEvaluationsOfItsRule() {
        Edm edm = Edm.standard();
        TimeGrid grid = TimeGrid.karras(edm, 80, 0.002, 17, 7).followedBy(edm, 0);
        Churn churn = new Churn(new Heun(Clock.SIGMA, Heun.Last.EULER), 40, 0.05, 50, 1.003, Clock.SIGMA);
        CountingDenoiser counting = new CountingDenoiser(Processes.exact(Processes.TWO_MODES, edm));
        new Sampler(churn, grid).run(counting, Points.zeros(3, 1), RandomStreams.of(1));
        assertThat(churn.evaluations(grid)).hasValue(35);
        assertThat(counting.points()).isEqualTo(3 * 35);
        assertThat(churn.stochastic()).isTrue();
        assertThat(new Churn(new Euler(), 0, 0, 1, 1, Clock.TIME).stochastic()).isFalse();
        assertThat(new Churn(new Ddim(1), 0, 0, 1, 1, Clock.TIME).stochastic()).isTrue();
    }

    @Test
    void refusesNumbersOutsideTheirRangeAndNamesThem() {
        assertThatThrownBy(() -> new Churn(new Euler(), -1, 0, 1, 1, Clock.TIME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Churn needs a finite rate >= 0, got rate=-1.0");
        assertThatThrownBy(() -> new Churn(new Euler(), 1, 0.5, 0.4, 1, Clock.TIME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Churn needs 0 <= from <= to, got from=0.5, to=0.4");
        assertThatThrownBy(() -> new Churn(new Euler(), 1, 0, 1, Double.NaN, Clock.TIME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Churn needs a finite inflation >= 0, got inflation=NaN");
    }
}
