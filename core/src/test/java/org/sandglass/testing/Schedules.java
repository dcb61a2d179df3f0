package org.sandglass.testing;

import java.util.List;
import java.util.stream.DoubleStream;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.CustomSchedule;
import org.sandglass.schedule.Ddpm;
import org.sandglass.schedule.Dual;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.Karras;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.PowerInterpolant;
import org.sandglass.schedule.SubVp;
import org.sandglass.schedule.VarianceExploding;

/// Schedules and times on which laws are tested.
public final class Schedules {
    private Schedules() {}

    /// Every kind of schedule, in its standard form and in others: other ends, rates from 0, custom ones.
    ///
    /// @return the schedules
    public static List<NoiseSchedule> all() {
        return List.of(
                LinearVp.standard(),
                new LinearVp(0, 20, 1),
                new LinearVp(0.02, 5, 2),
                new LinearVp(30, 3000, 1),
                CosineVp.standard(),
                new CosineVp(0, 2),
                new CosineVp(2, 0.7),
                SubVp.standard(),
                new SubVp(0, 7, 3),
                VarianceExploding.standard(),
                new VarianceExploding(0.5, 0.500_01, 5),
                Karras.standard(),
                new Karras(0.002, 80, 3, 0.5, 4),
                Edm.standard(),
                new Edm(0.5),
                Flow.standard(),
                new Flow(2.5),
                new PowerInterpolant(1, 0.5, 1),
                new PowerInterpolant(1.3, 1.5, 2.5),
                new PowerInterpolant(3, 2, 1),
                Ddpm.standard(),
                new Ddpm(0.02, 1e-4, 50, 50),
                new Ddpm(0.5, 0.5, 1, 3),
                customLinearVp(),
                CustomSchedule.of("parabola", 0.9, t -> t.times(t).negated().plus(1), t -> t),
                CustomSchedule.of("trigonometric", Math.PI / 2, Dual::cos, Dual::sin),
                CustomSchedule.ofRates("by hand", 3, t -> 1, t -> t * t, t -> 0, t -> 4 * t * t * t));
    }

    /// Times from 0 to the end of a schedule, near both and in between.
    ///
    /// @param schedule a schedule
    /// @return rising times, 0 and the end included
    public static double[] times(NoiseSchedule schedule) {
        return DoubleStream.of(
                        0, 1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.1, 0.25, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 1 - 1e-6, 1)
                .map(u -> u == 1 ? schedule.end() : u * schedule.end())
                .toArray();
    }

    /// The schedule `vp-linear` with rates 0.1 to 20, written as a user would.
    ///
    /// @return the schedule
    public static CustomSchedule customLinearVp() {
        return CustomSchedule.ofVariance(
                "custom linear vp",
                1,
                t -> integral(t).times(-0.5).exp(),
                t -> integral(t).negated().expm1().negated());
    }

    private static Dual integral(Dual t) {
        return t.times(0.1).plus(t.times(t).times(19.9 / 2));
    }
}
