package org.sandglass.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.NoiseSchedule;

/// Where on a path to look: at the states nearest to some times, as the share of noise `σ/(α + σ)` measures it.
final class Stops {
    private Stops() {}

    /// Places of states in the order of the path, each once.
    ///
    /// @param times of the states, rising or falling
    /// @param wanted the times to look at; those beyond the path are its ends
    static List<Integer> of(List<Double> times, NoiseSchedule schedule, double... wanted) {
        double[] shares = times.stream().mapToDouble(t -> share(schedule, t)).toArray();
        return Arrays.stream(wanted)
                .mapToObj(t -> nearest(shares, share(schedule, t)))
                .sorted()
                .distinct()
                .toList();
    }

    private static int nearest(double[] shares, double wanted) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            if (Math.abs(shares[i] - wanted) < Math.abs(shares[best] - wanted)) {
                best = i;
            }
        }
        return best;
    }

    private static double share(NoiseSchedule schedule, double t) {
        double sigma = schedule.sigma(t);
        return sigma / (schedule.alpha(t) + sigma);
    }

    /// Some of the states of paths.
    static Trajectory part(Trajectory paths, List<Integer> places) {
        return new Trajectory(
                places.stream().map(place -> paths.times().get(place)).toList(),
                places.stream().map(place -> paths.states().get(place)).toList(),
                paths.evaluations());
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
