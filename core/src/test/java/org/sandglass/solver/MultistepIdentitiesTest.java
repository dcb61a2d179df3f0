package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sandglass.testing.Near.near;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.FunctionDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Processes;

/// Which of the rules are the same map, and what each is exact for.
class MultistepIdentitiesTest {
    private static final WarmUp LOWER = new WarmUp.LowerOrder();
    private static final NoiseSchedule VP = LinearVp.standard();

    @Test
    void rulesOfOrderOneAreDdimOnEverySchedule() {
        for (NoiseSchedule schedule : Processes.all()) {
            TimeGrid grid = unequal(schedule, 0.95, 0.8, 0.75, 0.4, 0.1, 0.02);
            for (Step step : List.of(
                    new Deis(Deis.Kind.TAB, 0),
                    new Deis(Deis.Kind.RHO_AB, 0),
                    uniP(1, UniPc.B.BH1, Form.DATA),
                    uniP(1, UniPc.B.BH2, Form.NOISE))) {
                same(step, new Ddim(), schedule, grid);
            }
        }
    }

    @Test
    void oneStepOfAnyRuleIsDdim() {
        for (NoiseSchedule schedule : Processes.all()) {
            TimeGrid grid = unequal(schedule, 0.7, 0.4);
            for (Step step : List.of(
                    new DpmSolverPlusPlus2M(),
                    new DpmSolverPlusPlus3M(),
                    new UniPc(3, UniPc.B.BH2),
                    new Deis(Deis.Kind.TAB, 3),
                    new Deis(Deis.Kind.RHO_AB, 2))) {
                same(step, new Ddim(), schedule, grid);
            }
        }
    }

    @Test
    void secondOrderPredictorOfUniPcIsDpmSolver2M() {
        for (NoiseSchedule schedule : Processes.all()) {
            TimeGrid grid = unequal(schedule, 0.95, 0.8, 0.75, 0.4, 0.1, 0.02);
            same(uniP(2, UniPc.B.BH2, Form.DATA), new DpmSolverPlusPlus2M(), schedule, grid);
        }
    }

    /// Not of the 3M that is published, which has half of the second derivative.
    @Test
    void thirdOrderPredictorOfUniPcIsDpmSolver3M() {
        for (NoiseSchedule schedule : Processes.all()) {
            TimeGrid grid = unequal(schedule, 0.95, 0.8, 0.75, 0.4, 0.1, 0.02);
            same(uniP(3, UniPc.B.BH2, Form.DATA), new DpmSolverPlusPlus3M(), schedule, grid);
        }
    }

    @Test
    void bothKindsOfDeisAreTheSameWhereTimeIsTheNoiseLevel() {
        Edm edm = Edm.standard();
        TimeGrid grid = TimeGrid.of(edm, 60, 33, 20, 4, 1.5, 0.2);
        same(new Deis(Deis.Kind.TAB, 3), new Deis(Deis.Kind.RHO_AB, 3), edm, grid);
    }

    /// Predictions that are a polynomial in `λ` of a degree less than their number are integrated exactly:
    /// with `x̂₀ = a + bλ + cλ²`, `x` changes by `αₛ h (φ₁ x̂₀ + φ₂ h x̂₀′ + φ₃ h² x̂₀″)`. As published,
    /// the last term is half, here 0.02 of 1.6.
    @Test
    void thirdOrderRulesAreExactForParabolas() {
        DoubleUnaryOperator parabola = lambda -> 1 - 0.7 * lambda + 0.4 * lambda * lambda;
        TimeGrid grid = TimeGrid.of(VP, 0.9, 0.7, 0.6, 0.35);
        Leg leg = Leg.of(VP, 0.6, 0.35);
        double lambda = VP.logSnr(0.6);
        double first = -0.7 + 0.8 * lambda;
        double expected = leg.keep() * 0.3
                + leg.alphaS()
                        * leg.h()
                        * (Phi.of(1, -leg.h()) * parabola.applyAsDouble(lambda)
                                + Phi.of(2, -leg.h()) * leg.h() * first
                                + Phi.of(3, -leg.h()) * leg.h() * leg.h() * 0.8);
        close("3M", third(new DpmSolverPlusPlus3M(), parabola, grid), expected, 1e-13);
        close("UniP-3", third(uniP(3, UniPc.B.BH1, Form.DATA), parabola, grid), expected, 1e-13);
        double published = third(
                new DpmSolverPlusPlus3M(DpmSolverPlusPlus3M.Curvature.AS_PUBLISHED, LOWER, LastSteps.FULL_ORDER),
                parabola,
                grid);
        close(
                "missing",
                expected - published,
                leg.alphaS() * leg.h() * Phi.of(3, -leg.h()) * leg.h() * leg.h() * 0.4,
                1e-13);
    }

    @Test
    void degreesAndOrdersThatAreNotPublishedAreRefused() {
        assertThatThrownBy(() -> new Deis(Deis.Kind.TAB, 4))
                .hasMessageContaining("order of DEIS")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> new Deis(Deis.Kind.TAB, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UniPc(0, UniPc.B.BH1))
                .hasMessageContaining("order of UniPC")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> new UniPc(4, UniPc.B.BH2)).isInstanceOf(IllegalArgumentException.class);
    }

    /// `∫₀¹ e^((1−θ)z) (1 + θ − 2θ³) dθ = φ₁ + φ₂ − 12 φ₄`, from four predictions.
    @Test
    void weightsOfAdamsIntegratePolynomials() {
        double[] places = {1, 0, -0.6, -1.9};
        for (double z : new double[] {-3, -0.2, -1e-6, 0.5}) {
            double[] weights = Adams.weights(z, places);
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += weights[j] * (1 + places[j] - 2 * Math.pow(places[j], 3));
            }
            close("z = " + z, sum, Phi.of(1, z) + Phi.of(2, z) - 12 * Phi.of(4, z), 1e-14);
        }
    }

    private static UniPc uniP(int order, UniPc.B b, Form form) {
        return new UniPc(order, b, UniPc.Corrector.NONE, form, LOWER, LastSteps.FULL_ORDER);
    }

    /// Parts of the schedule's length.
    private static TimeGrid unequal(NoiseSchedule schedule, double... parts) {
        double[] times = parts.clone();
        for (int i = 0; i < times.length; i++) {
            times[i] *= schedule.end();
        }
        return TimeGrid.of(schedule, times);
    }

    private static void same(Step one, Step other, NoiseSchedule schedule, TimeGrid grid) {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, schedule);
        double sigma = schedule.sigma(grid.from());
        Points start = Points.of(new double[] {1.3 * sigma}, new double[] {-0.2 * sigma});
        RandomStreams streams = RandomStreams.of(1);
        near(
                one + " on " + schedule,
                new Sampler(one, grid).run(denoiser, start, streams).data(),
                new Sampler(other, grid).run(denoiser, start, streams).data(),
                1e-12);
    }

    /// The third step from 0.3, after predictions of the function at the three times.
    private static double third(Step step, DoubleUnaryOperator ofLambda, TimeGrid grid) {
        Denoiser denoiser = new FunctionDenoiser(
                1, VP, Prediction.X0, (x, t) -> Points.of(new double[] {ofLambda.applyAsDouble(VP.logSnr(t))}));
        Memory memory = Memory.of(step.memory());
        Noise noise = Noise.of(RandomStreams.of(1).stream("none"));
        Points x = Points.of(new double[] {0.3});
        for (int i = 0; i < 3; i++) {
            x.data()[0] = 0.3;
            step.move(denoiser, grid, i).apply(x, memory, noise);
        }
        assertThat(memory.size()).isEqualTo(3);
        return x.get(0, 0);
    }

    private static void close(String what, double actual, double expected, double tolerance) {
        near(what, new double[] {actual}, new double[] {expected}, tolerance);
    }
}
