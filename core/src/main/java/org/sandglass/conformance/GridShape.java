package org.sandglass.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// The times at the beginning of each step, compared with grids.
///
/// @param times one for each step
/// @param end of the process; differences are told as parts of it
record GridShape(List<Double> times, double end) {
    /// The grids that people use, between the ends of a problem.
    static Map<String, TimeGrid> known(Problem problem) {
        NoiseSchedule schedule = problem.schedule();
        double from = problem.from();
        double to = problem.to();
        int steps = problem.steps();
        Map<String, TimeGrid> grids = new LinkedHashMap<>();
        add(grids, "uniform", () -> TimeGrid.uniform(schedule, from, to, steps));
        add(grids, "quadratic", () -> TimeGrid.quadratic(schedule, from, to, steps));
        add(grids, "cosine", () -> TimeGrid.cosine(schedule, from, to, steps));
        add(grids, "log-snr", () -> TimeGrid.logSnr(schedule, from, to, steps));
        add(grids, "karras", () -> TimeGrid.karras(schedule, from, to, steps, 7));
        return grids;
    }

    private static void add(Map<String, TimeGrid> grids, String name, Supplier<TimeGrid> grid) {
        try {
            grids.put(name, grid.get());
        } catch (IllegalArgumentException _) {
            // this process has no such grid, which therefore is not the sampler's
        }
    }

    /// The largest difference from a grid, of which each time is compared with one `later` places on.
    double differenceFrom(TimeGrid grid, int later) {
        double worst = times.size() == grid.steps() ? 0 : 1;
        for (int i = Math.max(0, -later); i < times.size() && i + later <= grid.steps(); i++) {
            worst = Math.max(worst, Math.abs(times.get(i) - grid.time(i + later)) / end);
        }
        return worst;
    }

    /// Whether all times are numbers of single precision.
    boolean isSingle() {
        return times.stream().allMatch(t -> (float) t.doubleValue() == t);
    }

    /// Where it first differs.
    String firstDifference(TimeGrid grid, double tolerance) {
        int i = 0;
        while (i < times.size() - 1 && Math.abs(times.get(i) - grid.time(i)) <= tolerance * end) {
            i++;
        }
        return "step " + (i + 1) + " begins at t = " + Words.number(times.get(i)) + ", where "
                + Words.number(grid.time(i)) + " was claimed";
    }

    /// Whether a shift `t → s t/(1 + (s − 1) t)` of uniform times was promised once and made twice.
    Optional<String> shiftedTwice(TimeGrid promised) {
        Optional<Double> once = shift(promised.toArray());
        Optional<Double> found = shift(times.stream().mapToDouble(t -> t).toArray());
        boolean twice = once.isPresent()
                && found.isPresent()
                && once.get() != 1
                && Math.abs(found.get() - once.get() * once.get()) <= 1e-6 * found.get();
        return twice
                ? Optional.of("the shift of " + Words.number(once.get())
                        + " is applied twice: the times are those of a shift" + " of " + Words.number(found.get()))
                : Optional.empty();
    }

    /// The one `s` that all inner times have in common.
    private Optional<Double> shift(double[] t) {
        double first = Double.NaN;
        for (int i = 1; i < times.size(); i++) {
            double u = 1 - (double) i / times.size();
            double s = t[i] / end * (1 - u) / (u * (1 - t[i] / end));
            if (i == 1) {
                first = s;
            } else if (!(Math.abs(s - first) <= 1e-6 * first)) {
                return Optional.empty();
            }
        }
        return Double.isFinite(first) ? Optional.of(first) : Optional.empty();
    }
}
