package org.sandglass.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.metric.LineLaw;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.Heun;
import org.sandglass.testing.Processes;

class LineErrorTest {
    private static final LinearVp VP = LinearVp.standard();

    private static DiffusedMixture vp(GaussianMixture mixture) {
        return new DiffusedMixture(mixture, VP);
    }

    private static Sampler sampler(OneStep step, int steps) {
        return new Sampler(step, TimeGrid.uniform(VP, 0.98, 0.01, steps));
    }

    /// Two modes so far apart that the quantile function jumps between them within `10⁻¹⁰⁰` of mass.
    private static GaussianMixture farModes() {
        return GaussianMixture.ofWeights(
                new double[] {0.3, 0.7},
                Points.of(new double[] {-6}, new double[] {5}),
                List.of(new Isotropic(0.25, 1), new Isotropic(0.25, 1)));
    }

    @Test
    void onOneGaussianItIsTheDistanceOfTheExactPropagation() {
        for (NoiseSchedule schedule : Processes.all()) {
            DiffusedMixture law = new DiffusedMixture(Processes.GAUSSIAN, schedule);
            TimeGrid grid = TimeGrid.uniform(schedule, 0.97 * schedule.end(), 0.02 * schedule.end(), 15);
            for (Start start : Start.values()) {
                for (OneStep step : List.of(new Euler(), new Heun(), new Ddim())) {
                    Sampler sampler = new Sampler(step, grid, Sampler.Finish.DENOISE);
                    GaussianPropagation.Outcome exact = GaussianPropagation.of(law, sampler, start);
                    LineError toMarginal = LineError.of(law, sampler, start, grid.to());
                    LineError toData = LineError.of(law, sampler, start, 0);
                    assertThat(toMarginal.w2())
                            .as(step + " " + schedule)
                            .isCloseTo(exact.toMarginal().w2(), Percentage.withPercentage(1e-7));
                    assertThat(toData.w2())
                            .isCloseTo(
                                    exact.output()
                                            .distanceTo(AxisGaussian.of(law.marginal(0)))
                                            .w2(),
                                    Percentage.withPercentage(1e-7));
                }
            }
        }
    }

    /// By sorting: the outputs for 200 000 quantiles against the quantiles themselves. Its own error is
    /// that of a middle rule whose cells hold `5·10⁻⁶` of mass, at the jump between the modes of `|x|`² times
    /// as much.
    @Test
    void onTwoModesItIsTheDistanceBetweenSortedNumbers() {
        for (GaussianMixture mixture : List.of(Processes.TWO_MODES, farModes())) {
            for (OneStep step : List.of(new Euler(), new Heun())) {
                Sampler sampler = sampler(step, 12);
                LineError error = LineError.of(
                        vp(mixture), sampler, Start.EXACT, sampler.grid().to());
                double[] sorted = bySorting(vp(mixture), sampler, 200_000);
                assertThat(error.monotone()).isTrue();
                assertThat(error.w1()).isCloseTo(sorted[0], Offset.offset(1e-4));
                assertThat(error.w2() * error.w2()).isCloseTo(sorted[1], Offset.offset(5e-6 * 11 * 11 + 1e-5));
                assertThat(error.w1Error()).isLessThan(1e-7 * error.w1());
                assertThat(error.w2Error()).isLessThan(1e-7 * error.w2());
            }
        }
    }

    private static double[] bySorting(DiffusedMixture law, Sampler sampler, int n) {
        LineLaw start = LineLaw.of(law.marginal(sampler.grid().from()));
        LineLaw end = LineLaw.of(law.marginal(sampler.grid().to()));
        Points x = Points.zeros(n, 1);
        Arrays.setAll(x.data(), i -> start.quantile((i + 0.5) / n));
        double[] mapped = sampler.run(new MixtureDenoiser(law), x, RandomStreams.of(0))
                .data()
                .clone();
        Arrays.sort(mapped);
        double[] out = new double[2];
        for (int i = 0; i < n; i++) {
            double gap = Math.abs(mapped[i] - end.quantile((i + 0.5) / n));
            out[0] += gap / n;
            out[1] += gap * gap / n;
        }
        return out;
    }

    @Test
    void itFallsWithTheOrderOfTheRule() {
        assertThat(w2(new Euler(), 100) / w2(new Euler(), 200)).isBetween(1.9, 2.1);
        assertThat(w2(new Heun(), 100) / w2(new Heun(), 200)).isBetween(3.8, 4.2);
    }

    private static double w2(OneStep step, int steps) {
        Sampler sampler = sampler(step, steps);
        return LineError.of(
                        vp(Processes.TWO_MODES),
                        sampler,
                        Start.EXACT,
                        sampler.grid().to())
                .w2();
    }

    @Test
    void aMapThatFallsGivesAnUpperBoundAndSaysSo() {
        OneStep mirror = new OneStep() {
            @Override
            public Move between(Denoiser denoiser, double t, double s) {
                return (x, _, _) -> Arrays.setAll(x.data(), i -> -x.data()[i]);
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
        GaussianMixture standard = GaussianMixture.gaussian(new double[1], new Isotropic(1, 1));
        LineError error = LineError.of(vp(standard), sampler(mirror, 1), Start.EXACT, 0.01);
        assertThat(error.monotone()).isFalse();
        assertThat(error.w2()).isCloseTo(2, Offset.offset(1e-9));
        assertThat(error.w1()).isCloseTo(2 * Math.sqrt(2 / Math.PI), Offset.offset(1e-9));
    }

    /// From `N(0, 1)` to two points: half of the mass goes to each, and the law has steps.
    @Test
    void dataMayBePoints() {
        GaussianMixture points =
                GaussianMixture.equallyWeighted(Points.of(new double[] {-1}, new double[] {1}), new Isotropic(0, 1));
        DiffusedMixture law = new DiffusedMixture(points, Edm.standard());
        Sampler sampler = new Sampler(
                new Ddim(), TimeGrid.karras(Edm.standard(), 80, 0.01, 200, 7).followedBy(Edm.standard(), 0));
        LineError error = LineError.of(law, sampler, Start.EXACT, 0);
        assertThat(error.monotone()).isTrue();
        assertThat(error.w2()).isLessThan(0.05);
    }

    @Test
    void refusesNoiseAndMoreDimensions() {
        assertThatThrownBy(() -> LineError.of(vp(Processes.TWO_MODES), sampler(new EulerMaruyama(), 3), Start.EXACT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without noise");
        GaussianMixture plane = GaussianMixture.gaussian(new double[2], new Isotropic(1, 2));
        assertThatThrownBy(() -> LineError.of(vp(plane), sampler(new Euler(), 3), Start.EXACT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("D = 1");
    }
}
