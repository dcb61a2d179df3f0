package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.testing.Reference;

/// The noise models of diffuse. It clips α and σ to `[0.001, 0.9999]` (`[0.001, 0.999]` in its flow and EDM),
/// so we agree wherever its value is inside the clip, and state the right one where it is not.
///
/// Its schedules that start at `t0 = 0.5` are left out: it integrates their β from 0, where β is negative.
class DiffuseModelsTest {
    static Stream<Reference> linearVp() {
        return models("LinearSchedule");
    }

    static Stream<Reference> cosineVp() {
        return models("CosineSchedule");
    }

    static Stream<Reference> flow() {
        return all().filter(m -> m.get("spec").text("class").equals("Flow"));
    }

    static Stream<Reference> edm() {
        return all().filter(m -> m.get("spec").text("class").equals("EDM"));
    }

    @ParameterizedTest
    @MethodSource
    void linearVp(Reference model) {
        Reference spec = model.get("spec").get("schedule");
        LinearVp schedule = new LinearVp(spec.number("b_min"), spec.number("b_max"), spec.number("T"));
        double[] t = model.doubles("t");
        for (int i = 0; i < t.length; i++) {
            same(Math.clamp(schedule.alpha(t[i]), 0.001, 0.9999), model, "signal_level", i);
            same(Math.clamp(schedule.sigma(t[i]), 0.001, 0.9999), model, "noise_level", i);
            same(schedule.drift(t[i]), model, "f", i);
            same(Math.sqrt(schedule.diffusionSquared(t[i])), model, "g", i);
            same(schedule.beta(t[i]), model, "beta", i);
            same(schedule.betaIntegral(0, t[i]), model, "integrate_t_0", i);
        }
        assertThat(schedule.alpha(0)).isEqualTo(1); // the peer: 0.9999
        assertThat(schedule.sigma(0)).isZero(); // the peer: 0.001
    }

    /// diffuse clips ᾱ to `[0.001, 0.9999]` at both times of its integral, so its α² is ᾱ(t)/0.9999 throughout;
    /// and it clips β to `[b_min, b_max]`, ours is `−2α̇/α`.
    @ParameterizedTest
    @MethodSource
    void cosineVp(Reference model) {
        Reference spec = model.get("spec").get("schedule");
        CosineVp schedule = new CosineVp(spec.number("s"), spec.number("T"));
        double[] t = model.doubles("t");
        for (int i = 0; i < t.length; i++) {
            double square = schedule.alpha(t[i]) * schedule.alpha(t[i]);
            double theirs = Math.sqrt(Math.clamp(square, 0.001, 0.9999) / 0.9999);
            same(Math.clamp(theirs, 0.001, 0.9999), model, "signal_level", i);
            double beta = schedule.diffusionSquared(t[i]);
            same(Math.clamp(beta, spec.number("b_min"), spec.number("b_max")), model, "beta", i);
        }
        assertThat(schedule.alpha(0)).isEqualTo(1);
        assertThat(schedule.alpha(schedule.end())).isZero(); // the peer: 0.0316
        assertThat(schedule.diffusionSquared(schedule.end())).isEqualTo(Double.POSITIVE_INFINITY); // the peer: 14
    }

    /// The peer's f and g² lack the factor `1/end`.
    @ParameterizedTest
    @MethodSource
    void flow(Reference model) {
        double end = model.get("spec").number("tf");
        Flow schedule = new Flow(end);
        double[] t = model.doubles("t");
        for (int i = 0; i < t.length; i++) {
            same(Math.clamp(schedule.alpha(t[i]), 0.001, 0.999), model, "signal_level", i);
            same(Math.clamp(schedule.sigma(t[i]), 0.001, 0.999), model, "noise_level", i);
            double clipped = Math.clamp(t[i] / end, 0.001, 0.999) * end;
            same(end * schedule.drift(clipped), model, "f", i);
            same(Math.sqrt(end * schedule.diffusionSquared(clipped)), model, "g", i);
        }
        // f = α̇/α = (−1/end)/½ and g² = 2uu̇ − 2fu² = 2/end at u = ½; the peer gives −2 and 2 for every end
        assertThat(schedule.drift(end / 2)).isCloseTo(-2 / end, within(1e-15));
        assertThat(schedule.diffusionSquared(end / 2)).isCloseTo(2 / end, within(1e-15));
    }

    /// The peer's g is 1; `σ = t` demands `g² = 2t`.
    @ParameterizedTest
    @MethodSource
    void edm(Reference model) {
        Edm schedule = new Edm(1);
        double[] t = model.doubles("t");
        for (int i = 0; i < t.length; i++) {
            same(schedule.alpha(t[i]), model, "signal_level", i);
            same(Math.clamp(schedule.sigma(t[i]), 0.001, 0.999), model, "noise_level", i);
            same(schedule.drift(t[i]), model, "f", i);
            assertThat(schedule.diffusionSquared(t[i])).isEqualTo(2 * t[i]);
        }
    }

    private static void same(double ours, Reference model, String quantity, int i) {
        double theirs = model.get(quantity).get(i).number();
        assertThat(ours)
                .as(
                        "%s of %s at t=%s",
                        quantity, model.text("id"), model.get("t").get(i).number())
                .isCloseTo(theirs, within(1e-10 * (1 + Math.abs(theirs))));
    }

    private static Stream<Reference> models(String schedule) {
        return all().filter(m -> m.get("spec").has("schedule"))
                .filter(m -> m.get("spec").get("schedule").text("class").equals(schedule))
                .filter(m -> m.get("spec").get("schedule").number("t0") == 0);
    }

    private static Stream<Reference> all() {
        return Reference.read("diffuse_cases.json").get("models").elements();
    }
}
