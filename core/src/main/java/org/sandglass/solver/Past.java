package org.sandglass.solver;

import java.util.Arrays;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// One step of a grid and what lies behind it: how far back in `λ` the earlier predictions are.
///
/// Distances are sums of legs, so that they keep their digits. A prediction where `λ = −∞`, as at the end
/// of the straight path, has no place in `λ` and is not among them.
final class Past {
    private final NoiseSchedule schedule;
    private final TimeGrid grid;
    private final int i;
    private final Leg leg;
    private final double[] back;

    private Past(NoiseSchedule schedule, TimeGrid grid, int i, double[] back) {
        this.schedule = schedule;
        this.grid = grid;
        this.i = i;
        this.leg = Leg.of(schedule, grid.time(i), grid.time(i + 1));
        this.back = back;
    }

    /// Step `i`, with up to `most` predictions.
    static Past of(NoiseSchedule schedule, TimeGrid grid, int i, int most) {
        double[] back = new double[Math.min(most, i + 1)];
        for (int j = 1; j < back.length; j++) {
            Leg before = Leg.of(schedule, grid.time(i - j), grid.time(i - j + 1));
            if (!before.isFinite()) {
                return new Past(schedule, grid, i, Arrays.copyOf(back, j));
            }
            back[j] = back[j - 1] + before.h();
        }
        return new Past(schedule, grid, i, back);
    }

    /// The step itself.
    Leg leg() {
        return leg;
    }

    /// The number of the step.
    int step() {
        return i;
    }

    /// The earlier time of the step.
    double end() {
        return grid.time(i + 1);
    }

    /// How many steps the grid has.
    int steps() {
        return grid.steps();
    }

    /// How many predictions there are, that of this step included.
    int usable() {
        return back.length;
    }

    /// `λᵢ − λᵢ₋ⱼ ≥ 0`.
    double back(int j) {
        return back[j];
    }

    /// `θⱼ = (λᵢ₋ⱼ − λᵢ)/h` for `j < k`: where the predictions are, if this step goes from 0 to 1.
    double[] places(int k) {
        double[] places = new double[k];
        for (int j = 1; j < k; j++) {
            places[j] = -back[j] / leg.h();
        }
        return places;
    }

    /// `tᵢ₋ⱼ` for `j < k`.
    double[] times(int k) {
        double[] times = new double[k];
        for (int j = 0; j < k; j++) {
            times[j] = grid.time(i - j);
        }
        return times;
    }

    /// The time a part `θ` of the step further in `λ`.
    double timeAt(double theta) {
        return schedule.timeOfLogSnr(schedule.logSnr(grid.time(i)) + theta * leg.h());
    }
}
