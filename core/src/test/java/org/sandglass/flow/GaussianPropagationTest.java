package org.sandglass.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Sampler.Finish;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.AdaptiveOde;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExactKernel;
import org.sandglass.solver.Heun;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.Processes;

class GaussianPropagationTest {
    private static final LinearVp VP = LinearVp.standard();
    private static final double[] MEANS = {1.5, 0, -3, 0.2};
    private static final double[] STDS = {0.5, 2, 1e-3, 0};
    private static final GaussianMixture DATA = GaussianMixture.gaussian(MEANS, Diagonal.of(STDS));
    private static final List<OneStep> ONE_STEPS =
            List.of(new Euler(), new Heun(), new Ddim(), new Ddim(0.6), new Ddim(1), new EulerMaruyama());

    /// A rule that looks back: Adams and Bashforth of second order on the velocity, with noise of our own.
    private record TwoStep(double noise) implements Step {
        @Override
        public Move move(Denoiser denoiser, TimeGrid grid, int i) {
            double h = grid.time(i) - grid.time(i + 1);
            DenoiserAt at = denoiser.at(grid.time(i));
            return (x, memory, draws) -> {
                Points v = Room.like(x);
                at.predict(Prediction.VELOCITY, x, v);
                double ofOld = memory.size() == 0 ? 0 : 0.5;
                Room.combine(1, x, -h * (1 + ofOld), v);
                if (memory.size() > 0) {
                    Room.combine(1, x, h * ofOld, memory.recall(0));
                }
                Points z = draws.normals(x);
                Room.combine(1, x, noise, z);
                memory.remember(z);
                memory.remember(v);
                Room.give(z);
                Room.give(v);
            };
        }

        @Override
        public OptionalInt evaluations(TimeGrid grid) {
            return OptionalInt.of(grid.steps());
        }

        @Override
        public boolean stochastic() {
            return noise > 0;
        }

        @Override
        public int memory() {
            return 2;
        }
    }

    private static Sampler sampler(Step step, NoiseSchedule schedule, int steps) {
        return new Sampler(step, TimeGrid.uniform(schedule, 0.97 * schedule.end(), 0.01 * schedule.end(), steps));
    }

    @Test
    void oneStepRulesGiveTheLawThatTheirAffineStepsCompose() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            for (OneStep step : ONE_STEPS) {
                Sampler sampler = sampler(step, schedule, 12);
                AffineStep.Law expected =
                        Processes.lawAt(denoiser, sampler.grid().from()).after(step, denoiser, sampler.grid());
                AxisGaussian output = GaussianPropagation.of(denoiser.law(), sampler, Start.EXACT)
                        .output();
                // A probe of a stochastic step loses digits beside noise of EDM's size.
                assertThat(output.mean(0)).as(step + " " + schedule).isCloseTo(expected.mean(), near(expected.mean()));
                assertThat(output.std(0)).as(step + " " + schedule).isCloseTo(expected.std(), near(expected.std()));
            }
        }
    }

    private static Offset<Double> near(double value) {
        return Offset.offset(1e-10 * Math.max(1, Math.abs(value)));
    }

    /// A deterministic rule is one affine map, known from where it takes two points.
    @Test
    void rulesWithoutNoiseGiveTheLawOfTheMapThatTheyAre() {
        for (Finish finish : Finish.values()) {
            for (Step step : List.of(new Heun(), new TwoStep(0))) {
                for (Start start : Start.values()) {
                    requireMapped(new Sampler(step, sampler(step, VP, 9).grid(), finish), start);
                }
            }
        }
    }

    private static void requireMapped(Sampler sampler, Start start) {
        DiffusedMixture law = new DiffusedMixture(DATA, VP);
        Points ends = sampler.run(
                new MixtureDenoiser(law), Points.of(new double[4], new double[] {1, 1, 1, 1}), RandomStreams.of(0));
        AxisGaussian from = switch (start) {
            case EXACT -> AxisGaussian.of(law.marginal(sampler.grid().from()));
            case PRIOR -> AxisGaussian.centred(VP.sigma(1), 4);
        };
        AxisGaussian output = GaussianPropagation.of(law, sampler, start).output();
        for (int j = 0; j < 4; j++) {
            double slope = ends.get(1, j) - ends.get(0, j);
            assertThat(output.mean(j))
                    .as("%s %s %d", sampler, start, j)
                    .isCloseTo(ends.get(0, j) + slope * from.mean(j), Offset.offset(1e-13));
            assertThat(output.std(j))
                    .as("%s %s %d", sampler, start, j)
                    .isCloseTo(Math.abs(slope) * from.std(j), Offset.offset(1e-14));
        }
    }

    /// The output is a sum over the start and every draw; the chain run with one of them at a time gives its
    /// terms.
    @Test
    void rulesThatLookBackUnderNoiseGiveTheSumOverAllTheirDraws() {
        int steps = 7;
        Sampler sampler = sampler(new TwoStep(0.3), VP, steps);
        DiffusedMixture law = new DiffusedMixture(DATA, VP);
        AxisGaussian output = GaussianPropagation.of(law, sampler, Start.EXACT).output();
        AxisGaussian from = AxisGaussian.of(law.marginal(sampler.grid().from()));
        double[] still = end(sampler, law, 0, -1);
        for (int j = 0; j < 4; j++) {
            int axis = j;
            double ofStart = (end(sampler, law, 1, -1)[j] - still[j]) * from.std(j);
            double square = ofStart * ofStart
                    + IntStream.range(0, steps)
                            .mapToDouble(i -> Math.pow(end(sampler, law, 0, i)[axis] - still[axis], 2))
                            .sum();
            assertThat(output.std(j)).isCloseTo(Math.sqrt(square), Offset.offset(1e-13));
        }
    }

    private static double[] end(Sampler sampler, DiffusedMixture law, double x, int drawOfOne) {
        Points points = Points.of(new double[] {x, x, x, x});
        Memory memory = Memory.of(sampler.step().memory());
        for (int i = 0; i < sampler.grid().steps(); i++) {
            int step = i;
            sampler.step().move(new MixtureDenoiser(law), sampler.grid(), i).apply(points, memory, new Noise() {
                @Override
                public void fillNormals(double[] out) {
                    Arrays.fill(out, step == drawOfOne ? 1 : 0);
                }

                @Override
                public RandomStream stream() {
                    throw new AssertionError();
                }
            });
        }
        return points.row(0);
    }

    @Test
    void aFullCovarianceIsCarriedInItsOwnBasis() {
        Spectral spectral = Spectral.of(new double[] {2, 0.9, 0.9, 0.5}, 2);
        DiffusedMixture law =
                new DiffusedMixture(GaussianMixture.gaussian(new double[] {1, -2}, spectral), Flow.standard());
        Sampler sampler = sampler(new Heun(), law.schedule(), 8);
        AxisGaussian output = GaussianPropagation.of(law, sampler, Start.EXACT).output();
        AxisGaussian start = AxisGaussian.of(law.marginal(sampler.grid().from()));
        double[] u = spectral.vectors();
        Points ends = sampler.run(
                new MixtureDenoiser(law),
                Points.of(new double[2], new double[] {u[0], u[1]}, new double[] {u[2], u[3]}),
                RandomStreams.of(0));
        for (int i = 0; i < 2; i++) {
            double zero = u[2 * i] * ends.get(0, 0) + u[2 * i + 1] * ends.get(0, 1);
            double one = u[2 * i] * ends.get(1 + i, 0) + u[2 * i + 1] * ends.get(1 + i, 1);
            assertThat(output.std(i)).isCloseTo(Math.abs(one - zero) * start.std(i), Offset.offset(1e-14));
            assertThat(output.mean(i)).isCloseTo(zero + (one - zero) * start.mean(i), Offset.offset(1e-14));
        }
    }

    @Test
    void aLowRankCovarianceHasTheDistancesOfItsMatrix() {
        LowRank lowRank = LowRank.of(new double[] {1, 0.5, -0.3}, 1, 0.2, 0.3, 0.4);
        double[] mean = {0.1, 0.2, 0.3};
        Sampler sampler = sampler(new EulerMaruyama(), VP, 20);
        assertThat(w2(GaussianMixture.gaussian(mean, lowRank), sampler))
                .isCloseTo(
                        w2(GaussianMixture.gaussian(mean, Spectral.of(lowRank.matrix(), 3)), sampler),
                        Offset.offset(1e-12));
    }

    private static double w2(GaussianMixture data, Sampler sampler) {
        return GaussianPropagation.of(new DiffusedMixture(data, VP), sampler, Start.EXACT)
                .toMarginal()
                .w2();
    }

    /// The distance of a solver of first order halves with its steps, that of one of second order falls to a
    /// quarter.
    @Test
    void theDistanceFallsWithTheOrderOfTheRule() {
        assertThat(ratio(new Ddim())).isBetween(1.9, 2.1);
        assertThat(ratio(new EulerMaruyama())).isBetween(1.9, 2.1);
        assertThat(ratio(new Heun())).isBetween(3.8, 4.2);
    }

    private static double ratio(Step step) {
        return w2(Processes.GAUSSIAN, sampler(step, VP, 200)) / w2(Processes.GAUSSIAN, sampler(step, VP, 400));
    }

    @Test
    void exactStepsOfAPointMassLeaveNoDistance() {
        DiffusedMixture law = new DiffusedMixture(GaussianMixture.point(1, -2), VP);
        Sampler sampler = new Sampler(new Ddim(0.5), TimeGrid.uniform(VP, 1, 0, 10));
        GaussianDistance distance =
                GaussianPropagation.of(law, sampler, Start.EXACT).toData();
        assertThat(distance.w2()).isLessThan(1e-14);
    }

    @Test
    void theDistanceIsThatOfMeansAndThatOfSpreads() {
        AxisGaussian a = AxisGaussian.of(new double[] {1, 2}, new double[] {1, 0});
        AxisGaussian b = AxisGaussian.of(new double[] {4, 6}, new double[] {13, 0});
        assertThat(a.distanceTo(b)).isEqualTo(new GaussianDistance(5, 12));
        assertThat(a.distanceTo(b).w2()).isEqualTo(13);
    }

    @Test
    void refusesRulesWhoseLawIsNotGaussianOrNotToBeSeen() {
        DiffusedMixture law = new DiffusedMixture(DATA, VP);
        assertThatThrownBy(() -> w2(DATA, sampler(new ExactKernel(law), VP, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other than normal numbers");
        OneStep ofLength = rule((x, _, _) -> {
            for (int i = 0; i < x.n(); i++) {
                double length = Arrays.stream(x.row(i)).map(v -> v * v).sum();
                for (int j = 0; j < x.d(); j++) {
                    x.data()[i * x.d() + j] *= 1 + 0.01 * length;
                }
            }
        });
        assertThatThrownBy(() -> w2(DATA, sampler(ofLength, VP, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not affine");
        OneStep mixing = rule((x, _, _) -> {
            for (int i = 0; i < x.n(); i++) {
                x.data()[i * x.d()] = x.get(i, 1);
            }
        });
        assertThatThrownBy(() -> w2(DATA, sampler(mixing, VP, 3))).hasMessageContaining("not affine along each axis");
        assertThatThrownBy(() -> w2(DATA, sampler(new AdaptiveOde(1e-6, 1e-6), VP, 3)))
                .hasMessageContaining("fixed steps");
        assertThatThrownBy(() -> w2(Processes.TWO_MODES, sampler(new Ddim(), VP, 3)))
                .hasMessageContaining("one Gaussian is needed, got a mixture of 2");
    }

    private static OneStep rule(Move move) {
        return new OneStep() {
            @Override
            public Move between(Denoiser denoiser, double t, double s) {
                return move;
            }

            @Override
            public int evaluations() {
                return 0;
            }

            @Override
            public boolean stochastic() {
                return false;
            }
        };
    }

    @Test
    void aStandardDeviationOfZeroNeedsNoiseWhereTheRuleAsks() {
        Sampler toZero = new Sampler(new Heun(), TimeGrid.uniform(VP, 1, 0, 5));
        assertThatThrownBy(() -> w2(DATA, toZero))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("add noise");
    }

    /// 3072 axes from 10 to 1e-9 and some of 0, as the covariance of small images has them, by a grid of EDM.
    @Test
    void manyAxesGoAtOnce() {
        double[] stds = IntStream.range(0, 3072)
                .mapToDouble(j -> j >= 3000 ? 0 : 10 * Math.pow(10, -j / 300.0))
                .toArray();
        NoiseSchedule edm = Edm.standard();
        Sampler sampler = new Sampler(new Heun(), TimeGrid.karras(edm, 80, 0.002, 50, 7));
        GaussianPropagation.Outcome outcome =
                GaussianPropagation.of(AxisGaussian.of(new double[3072], stds), edm, sampler, Start.EXACT);
        assertThat(outcome.toMarginal().ofMeans()).isZero();
        assertThat(outcome.toMarginal().w2()).isBetween(1e-3, 0.3);
    }
}
