package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.testing.Schedules;

/// Grids of times from noise to data.
class TimeGridTest {
    private final NoiseSchedule vp = LinearVp.standard();
    private final NoiseSchedule edm = Edm.standard();

    @Test
    void everyGridFallsFromItsFirstTimeToItsLast() {
        for (NoiseSchedule schedule : Schedules.all()) {
            double from = 0.99 * schedule.end();
            double to = 0.001 * schedule.end();
            for (int steps : new int[] {1, 2, 3, 50}) {
                for (TimeGrid grid : List.of(
                        TimeGrid.uniform(schedule, from, to, steps),
                        TimeGrid.quadratic(schedule, from, to, steps),
                        TimeGrid.cosine(schedule, from, to, steps),
                        TimeGrid.logSnr(schedule, from, to, steps),
                        TimeGrid.karras(schedule, from, to, steps, 7))) {
                    assertThat(grid.steps()).isEqualTo(steps);
                    assertThat(grid.from()).isEqualTo(from).isEqualTo(grid.time(0));
                    assertThat(grid.to()).isEqualTo(to).isEqualTo(grid.time(steps));
                    for (int i = 0; i < steps; i++) {
                        assertThat(grid.time(i)).isGreaterThan(grid.time(i + 1));
                    }
                }
            }
        }
    }

    @Test
    void gridsWithoutNoiseLevelsReachBothEndsOfEverySchedule() {
        for (NoiseSchedule schedule : Schedules.all()) {
            double end = schedule.end();
            for (TimeGrid grid : List.of(
                    TimeGrid.uniform(schedule, end, 0, 7),
                    TimeGrid.quadratic(schedule, end, 0, 7),
                    TimeGrid.cosine(schedule, end, 0, 7))) {
                assertThat(grid.from()).isEqualTo(end);
                assertThat(grid.to()).isZero();
            }
        }
    }

    @Test
    void spacingsAreTheirFormulas() {
        near(TimeGrid.uniform(vp, 1, 0, 4), 1, 0.75, 0.5, 0.25, 0);
        near(TimeGrid.quadratic(vp, 1, 0, 4), 1, 0.5625, 0.25, 0.0625, 0);
        near(TimeGrid.cosine(vp, 1, 0, 4), 1, (1 + Math.sqrt(0.5)) / 2, 0.5, (1 - Math.sqrt(0.5)) / 2, 0);
        near(TimeGrid.logSnr(edm, 10, 0.001, 4), 10, 1, 0.1, 0.01, 0.001);
        near(TimeGrid.karras(edm, 36, 0, 3, 2), 36, 16, 4, 0);
    }

    @Test
    void logSnrGridsAreUniformInLogSnr() {
        for (NoiseSchedule schedule : List.of(vp, CosineVp.standard(), Flow.standard(), SubVp.standard())) {
            TimeGrid grid = TimeGrid.logSnr(schedule, 0.99, 1e-4, 20);
            double step = (schedule.logSnr(1e-4) - schedule.logSnr(0.99)) / 20;
            for (int i = 0; i < 20; i++) {
                double taken = schedule.logSnr(grid.time(i + 1)) - schedule.logSnr(grid.time(i));
                assertThat(taken).isCloseTo(step, within(1e-11));
            }
        }
    }

    /// Karras et al. 2022, eq. 5: `σᵢ = (σ_max^(1/ρ) + i/(N−1)(σ_min^(1/ρ) − σ_max^(1/ρ)))^ρ` for `i < N`,
    /// `σ_N = 0`. The numbers are of diffuse's HeunTimer, commit 154d390, which divides by its number of steps.
    @Test
    void karrasGridOfEdmIsThatOfThePaper() {
        TimeGrid grid = TimeGrid.karras(edm, 80, 0.002, 10, 7).followedBy(edm, 0);
        double[] theirs = {
            80.0,
            45.313734075226606,
            24.408341786580095,
            12.381576138540895,
            5.838947631011886,
            2.515218976147159,
            0.9654169263318955,
            0.31828328883929663,
            0.08508720268939021,
            0.01672075323499393,
            0.002,
            0
        };
        near(grid, theirs);
    }

    @Test
    void karrasGridUsesTheRatioOfNoiseToSignal() {
        NoiseSchedule flow = Flow.standard();
        TimeGrid grid = TimeGrid.karras(flow, 0.9, 0, 3, 1); // ν = u/(1 − u) = 9, 6, 3, 0
        near(grid, 0.9, 6.0 / 7, 0.75, 0);
    }

    /// diffuse's DDIMTimer, commit 154d390, holds this list backwards, so its grid rises from 0.02 to 20291.
    /// Its list, read from the other side, gives the right one: u₈ = 80.2 at first, u₉₉₉ = 0.0064 at last.
    @Test
    void iddpmLevelsFallFromNoiseToData() {
        double[] u = IddpmLevels.standard().levels();
        assertThat(u).hasSize(1001);
        double[] head = {
            20291.16961002145,
            641.6623451182546,
            320.8303932725503,
            213.8860629732699,
            160.41363805933273,
            128.32997529811848,
            106.94069361175032,
            91.66248682370666,
            80.20370184547411
        };
        for (int k = 0; k < head.length; k++) {
            assertThat(u[k]).isCloseTo(head[k], within(1e-10 * head[k]));
        }
        assertThat(u[1000]).isZero();
        assertThat(u[999]).isCloseTo(0.006425412771141183, within(1e-10));
        assertThat(u[991]).isCloseTo(0.023379809393975357, within(1e-10));
        assertThat(u[881]).isCloseTo(0.2001293794364173, within(1e-10));
    }

    @Test
    void iddpmGridStartsAtTheGivenLevelAndEndsAtZero() {
        NoiseSchedule wide = new Edm(100);
        TimeGrid grid = TimeGrid.iddpm(wide, 10);
        double[] u = IddpmLevels.standard().levels();
        assertThat(grid.steps()).isEqualTo(10);
        for (int i = 0; i < 10; i++) { // table 1: ⌊8 + (999 − 8) i/9 + ½⌋
            int k = (int) Math.floor(8 + 991 * i / 9.0 + 0.5);
            assertThat(grid.time(i)).isCloseTo(u[k], within(1e-13 * u[k]));
        }
        assertThat(grid.to()).isZero();
    }

    @Test
    void iddpmGridLeavesOutLevelsThatTheScheduleDoesNotReach() {
        // u₈ = 80.2 is above the end of edm; u₉₉₉ = 0.0064 is below the start of ve
        assertThat(TimeGrid.iddpm(edm, 5).from()).isCloseTo(71.29119807209848, within(1e-8));
        TimeGrid ve = TimeGrid.iddpm(VarianceExploding.standard(), 20);
        assertThat(ve.steps()).isEqualTo(20);
        assertThat(VarianceExploding.standard().sigma(ve.time(0))).isBetween(45.0, 50.0);
        assertThat(ve.time(19)).isPositive();
        for (NoiseSchedule schedule : List.of(vp, CosineVp.standard(), Flow.standard(), Ddpm.standard())) {
            TimeGrid grid = TimeGrid.iddpm(schedule, 3);
            double nu = Math.exp(-schedule.logSnr(grid.from()));
            assertThat(nu).isCloseTo(80.20370184547411, within(1e-8));
        }
        assertThat(TimeGrid.iddpm(new Edm(100), 1).toArray()[0]).isCloseTo(80.20370184547411, within(1e-8));
        assertThatThrownBy(() -> TimeGrid.iddpm(new Edm(100), 993))
                .hasMessageContaining("at most 992 steps, got steps=993");
        assertThat(TimeGrid.iddpm(new Edm(100), 992).steps()).isEqualTo(992);
    }

    @Test
    void refusesTimesThatAreNoGrid() {
        assertThatThrownBy(() -> TimeGrid.of(vp, 1)).hasMessage("a time grid needs at least 2 times, got 1");
        assertThatThrownBy(() -> TimeGrid.of(vp, 1, 0.5, 0.5, 0))
                .hasMessage("a time grid must decrease strictly, got time[1]=0.5, time[2]=0.5");
        assertThatThrownBy(() -> TimeGrid.of(vp, 0, 1)).hasMessageContaining("decrease");
        assertThatThrownBy(() -> TimeGrid.of(vp, 1, Double.NaN, 0)).hasMessageContaining("got t=NaN");
        assertThatThrownBy(() -> TimeGrid.of(vp, 1.5, 0)).hasMessageContaining("got t=1.5");
        assertThatThrownBy(() -> TimeGrid.uniform(vp, 1, -0.1, 3)).hasMessageContaining("got t=-0.1");
        assertThatThrownBy(() -> TimeGrid.uniform(vp, 0, 1, 3))
                .hasMessage("a time grid needs to < from, got from=0.0, to=1.0");
        assertThatThrownBy(() -> TimeGrid.uniform(vp, 1, 0, 0)).hasMessageContaining("steps=0");
        assertThatThrownBy(() -> TimeGrid.karras(vp, 1, 0, 3, -1)).hasMessageContaining("rho=-1.0");
        assertThatThrownBy(() -> TimeGrid.of(vp, 1, 0.5).followedBy(vp, 0.7)).hasMessageContaining("decrease");
        assertThatThrownBy(() -> new IddpmLevels(1, 0.1, 0, 0)).hasMessageContaining("count=1");
    }

    @Test
    void noiseLevelGridsNeedFiniteEndsAndNameTheRemedy() {
        assertThatThrownBy(() -> TimeGrid.logSnr(vp, 1, 0, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("move this end inwards")
                .hasMessageContaining("Infinity at t=0.0");
        assertThatThrownBy(() -> TimeGrid.logSnr(Flow.standard(), 1, 0.1, 5))
                .hasMessageContaining("-Infinity at t=1.0");
        assertThatThrownBy(() -> TimeGrid.karras(Flow.standard(), 1, 0, 5, 7))
                .hasMessageContaining("begin before the end")
                .hasMessageContaining("from=1.0");
    }

    @Test
    void ownsItsTimes() {
        double[] times = {1, 0.5, 0};
        TimeGrid grid = TimeGrid.of(vp, times);
        times[1] = 7;
        grid.toArray()[1] = 7;
        assertThat(grid.time(1)).isEqualTo(0.5);
        assertThat(grid).isEqualTo(TimeGrid.uniform(vp, 1, 0, 2)).hasSameHashCodeAs(TimeGrid.uniform(vp, 1, 0, 2));
    }

    private static void near(TimeGrid grid, double... expected) {
        assertThat(grid.toArray()).containsExactly(expected, within(2e-13));
    }
}
