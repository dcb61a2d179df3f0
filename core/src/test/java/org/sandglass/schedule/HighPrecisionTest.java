package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.testing.Reference;

/// Every schedule against its definition in 60-digit arithmetic, up to `2⁻⁵³` from the ends and over steps of
/// one ulp.
class HighPrecisionTest {
    /// Below this, doubles hold fewer digits.
    private static final double UNDERFLOW = 1e-300;

    private static final String[] QUANTITIES = {"alpha", "sigma", "alphaRate", "varianceRate", "f", "g2", "logSnr"};

    static Stream<Reference> schedules() {
        return Reference.read("schedules_mpmath.json").get("schedules").elements();
    }

    /// A unit of rounding for each of a dozen operations, and the size of the exponent in `e^(−B/2)` and in
    /// powers.
    @ParameterizedTest
    @MethodSource("schedules")
    void valuesHaveAllTheirDigits(Reference reference) {
        NoiseSchedule schedule = schedule(reference);
        for (double[] row : reference.rows("values")) {
            double t = row[0];
            double[] actual = {
                schedule.alpha(t),
                schedule.sigma(t),
                schedule.alphaRate(t),
                schedule.varianceRate(t),
                schedule.drift(t),
                schedule.diffusionSquared(t),
                schedule.logSnr(t)
            };
            for (int i = 0; i < actual.length; i++) {
                // λ is a difference of logarithms, so its error is absolute where it is near 0
                double size = i == 6 ? Math.max(1, Math.abs(row[7])) : Math.abs(row[i + 1]);
                agree(actual[i], row[i + 1], tolerance(schedule, reference) * size, QUANTITIES[i] + " at t=" + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void transitionsHaveAllTheirDigits(Reference reference) {
        NoiseSchedule schedule = schedule(reference);
        for (double[] row : reference.rows("transitions")) {
            Transition step = schedule.transition(row[0], row[1]);
            String where = " from " + row[0] + " to " + row[1];
            double relative = tolerance(schedule, reference);
            agree(step.scale(), row[2], relative * row[2], "a" + where);
            agree(step.std(), row[3], relative * row[3], "b" + where);
        }
    }

    private static void agree(double actual, double expected, double tolerance, String what) {
        boolean good = actual == expected || Math.abs(actual - expected) <= tolerance + UNDERFLOW;
        assertThat(good).as("%s: %s, expected %s", what, actual, expected).isTrue();
    }

    /// 2e-14, or `4u B` where the exponent `B` is in the thousands; the slope of `ddpm` is `N/end` where the
    /// definition has the distance of two rounded nodes, which differ by `2u N`.
    private static double tolerance(NoiseSchedule schedule, Reference reference) {
        double exponent = schedule instanceof VariancePreserving vp ? vp.betaIntegral(0, vp.end()) : 0;
        double nodes = reference.has("steps") ? reference.number("steps") : 0;
        return Math.max(2e-14, Math.ulp(1.0) * Math.max(2 * exponent, nodes));
    }

    static NoiseSchedule schedule(Reference r) {
        return switch (r.text("type")) {
            case "vp-linear" -> new LinearVp(r.number("betaMin"), r.number("betaMax"), r.number("end"));
            case "sub-vp" -> new SubVp(r.number("betaMin"), r.number("betaMax"), r.number("end"));
            case "vp-cosine" -> new CosineVp(r.number("offset"), r.number("end"));
            case "ve" -> new VarianceExploding(r.number("sigmaMin"), r.number("sigmaMax"), r.number("end"));
            case "karras" ->
                new Karras(
                        r.number("sigmaMin"),
                        r.number("sigmaMax"),
                        r.number("rho"),
                        r.number("sigmaData"),
                        r.number("end"));
            case "edm" -> new Edm(r.number("sigmaMax"));
            case "flow" -> new Flow(r.number("end"));
            case "interpolant" ->
                new PowerInterpolant(r.number("signalPower"), r.number("noisePower"), r.number("end"));
            case "ddpm" ->
                new Ddpm(r.number("betaStart"), r.number("betaEnd"), (int) r.number("steps"), r.number("end"));
            default -> throw new IllegalArgumentException("no schedule of type " + r.text("type"));
        };
    }
}
