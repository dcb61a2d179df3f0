package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.testing.Reference;

/// The four schedules of torchGMM. It clamps `t` to `[0.01, 0.99]` in some functions; there its value is ours
/// at the clamped time, and ours at the true time is stated below.
class TorchGmmSchedulesTest {
    static Stream<Reference> schedules() {
        return Reference.read("torchgmm_schedules.json").get("schedules").elements();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void levelsAndTheirRatesAgree(Reference peer) {
        NoiseSchedule schedule = schedule(peer);
        agree(peer, "alpha", schedule::alpha);
        agree(peer, "sigma", schedule::sigma);
        agree(peer, "dalpha_dt", schedule::alphaRate);
        boolean clamped = peer.text("class").equals("BetaSchedule");
        agree(peer, "dsigma_dt", t -> sigmaRate(schedule, clamped ? Math.clamp(t, 0.01, 0.99) : t));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void driftAndDiffusionAgree(Reference peer) {
        NoiseSchedule schedule = schedule(peer);
        boolean clamped = peer.text("class").equals("LinearSchedule");
        DoubleUnaryOperator time = t -> clamped ? Math.clamp(t, 0.01, 0.99) : t;
        agree(peer, "drift_at_x1", t -> schedule.drift(time.applyAsDouble(t)));
        agree(peer, "diffusion_coeff", t -> Math.sqrt(schedule.diffusionSquared(time.applyAsDouble(t))));
    }

    @Test
    void theLinearPathIsNotClampedAtItsEnds() {
        assertThat(Flow.standard().drift(0)).isEqualTo(-1); // the peer: −1/0.99
        assertThat(Flow.standard().diffusionSquared(0)).isZero(); // the peer: 0.02/0.99
        assertThat(Flow.standard().drift(1)).isEqualTo(Double.NEGATIVE_INFINITY); // the peer: −100
        assertThat(Flow.standard().drift(0.999)).isCloseTo(-1000, within(1e-9)); // the peer: −100
    }

    @Test
    void theRateOfTheBetaScheduleIsNotClampedAtItsEnds() {
        LinearVp schedule = LinearVp.standard();
        assertThat(schedule.varianceRate(0)).isEqualTo(0.1); // dσ/dt is infinite there; the peer: 3.34
        // ½ β e^(−B) / √(1 − e^(−B)) with β = 0.1199, B = 1.0995e-4; the peer: 3.34
        assertThat(sigmaRate(schedule, 0.001)).isCloseTo(5.716836312853195, within(1e-12));
    }

    private static void agree(Reference peer, String quantity, DoubleUnaryOperator ours) {
        double[] t = peer.doubles("t");
        double[] theirs = peer.doubles(quantity);
        // one entry has ln(σ_max/σ_min) in float32, and so √(2 ln(σ_max/σ_min)) with half a unit of that
        boolean single =
                peer.has("log_ratio_dtype") && peer.text("log_ratio_dtype").contains("float32");
        double tolerance = single && quantity.equals("diffusion_coeff") ? 0x1p-23 : 1e-10;
        for (int i = 0; i < t.length; i++) {
            assertThat(ours.applyAsDouble(t[i]))
                    .as("%s of %s at t=%s", quantity, peer.text("id"), t[i])
                    .isCloseTo(theirs[i], within(tolerance * (1 + Math.abs(theirs[i]))));
        }
    }

    private static double sigmaRate(NoiseSchedule schedule, double t) {
        // σ = t has no division at 0
        return schedule instanceof Flow ? 1 : schedule.varianceRate(t) / (2 * schedule.sigma(t));
    }

    private static NoiseSchedule schedule(Reference peer) {
        Reference p = peer.get("params");
        return switch (peer.text("class")) {
            case "BetaSchedule" -> new LinearVp(p.number("beta_min"), p.number("beta_max"), 1);
            case "LinearSchedule" -> Flow.standard();
            // a rounded ln(σ_max/σ_min) is another σ_max
            case "VESchedule" ->
                new VarianceExploding(
                        p.number("sigma_min"), p.number("sigma_min") * Math.exp(peer.number("log_ratio")), 1);
            case "KarrasSchedule" ->
                new Karras(p.number("sigma_min"), p.number("sigma_max"), p.number("rho"), p.number("sigma_data"), 1);
            default -> throw new IllegalArgumentException("no schedule for " + peer.text("class"));
        };
    }
}
