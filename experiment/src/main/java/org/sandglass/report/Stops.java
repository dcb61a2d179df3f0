package org.sandglass.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.sandglass.schedule.NoiseSchedule;

/// Which of the times of a path are shown: as evenly spaced as they come in the share of noise `σ/(α + σ)`, which
/// falls from near 1 to near 0 on the way to data, whatever the process.
final class Stops {
    private Stops() {}

    /// Places of times, each once, the first and the last among them.
    ///
    /// @param times in the order of the path
    /// @param most how many at most, at least 2
    static List<Integer> of(List<Double> times, NoiseSchedule schedule, int most) {
        double first = noise(schedule, times.getFirst());
        double last = noise(schedule, times.getLast());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            double wanted = first + (last - first) * i / (most - 1);
            int place = i == 0 ? 0 : i == most - 1 ? times.size() - 1 : nearest(times, schedule, wanted);
            if (places.isEmpty() || place > places.getLast()) {
                places.add(place);
            }
        }
        return places;
    }

    private static int nearest(List<Double> times, NoiseSchedule schedule, double wanted) {
        int best = 0;
        for (int i = 1; i < times.size(); i++) {
            if (Math.abs(noise(schedule, times.get(i)) - wanted)
                    < Math.abs(noise(schedule, times.get(best)) - wanted)) {
                best = i;
            }
        }
        return best;
    }

    private static double noise(NoiseSchedule schedule, double t) {
        double sigma = schedule.sigma(t);
        return sigma / (schedule.alpha(t) + sigma);
    }

    /// A time as it stands over a panel, to three digits.
    static String label(double t) {
        return "t = "
                + new BigDecimal(t)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
