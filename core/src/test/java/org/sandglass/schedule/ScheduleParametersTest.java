package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a schedule cannot be made of.
class ScheduleParametersTest {
    @ParameterizedTest
    @MethodSource
    void refusesWrongParametersAndNamesThem(String message, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    static Stream<Arguments> refusesWrongParametersAndNamesThem() {
        double nan = Double.NaN;
        double inf = Double.POSITIVE_INFINITY;
        return Stream.of(
                wrong(
                        "LinearVp needs 0 <= betaMin <= betaMax < Infinity, betaMax > 0, got betaMin=20.0, betaMax=0.1",
                        () -> new LinearVp(20, 0.1, 1)),
                wrong("betaMin=-0.1", () -> new LinearVp(-0.1, 20, 1)),
                wrong("betaMin=NaN", () -> new LinearVp(nan, 20, 1)),
                wrong("betaMax=NaN", () -> new LinearVp(0.1, nan, 1)),
                wrong("betaMax=Infinity", () -> new LinearVp(0.1, inf, 1)),
                wrong("betaMax=0.0", () -> new LinearVp(0, 0, 1)),
                wrong("LinearVp needs a finite end > 0, got end=0.0", () -> new LinearVp(0.1, 20, 0)),
                wrong("end=NaN", () -> new LinearVp(0.1, 20, nan)),
                wrong("end=Infinity", () -> new LinearVp(0.1, 20, inf)),
                wrong("SubVp needs", () -> new SubVp(20, 0.1, 1)),
                wrong("SubVp needs a finite end", () -> new SubVp(0.1, 20, -1)),
                wrong("offset=-0.1", () -> new CosineVp(-0.1, 1)),
                wrong("offset=NaN", () -> new CosineVp(nan, 1)),
                wrong("CosineVp needs a finite end", () -> new CosineVp(0, nan)),
                wrong("sigmaMin=0.0", () -> new VarianceExploding(0, 50, 1)),
                wrong("sigmaMin=50.0, sigmaMax=50.0", () -> new VarianceExploding(50, 50, 1)),
                wrong("sigmaMax=NaN", () -> new VarianceExploding(1, nan, 1)),
                wrong("sigmaMax=Infinity", () -> new VarianceExploding(1, inf, 1)),
                wrong("VarianceExploding needs a finite end", () -> new VarianceExploding(1, 2, inf)),
                wrong("sigmaMin=-1.0", () -> new Karras(-1, 160, 7, 1, 1)),
                wrong("rho=0.0", () -> new Karras(1, 160, 0, 1, 1)),
                wrong("rho=NaN", () -> new Karras(1, 160, nan, 1, 1)),
                wrong("sigmaData=0.0", () -> new Karras(1, 160, 7, 0, 1)),
                wrong("Karras needs a finite end", () -> new Karras(1, 160, 7, 1, 0)),
                wrong("sigmaMax=0.0", () -> new Edm(0)),
                wrong("sigmaMax=NaN", () -> new Edm(nan)),
                wrong("Flow needs a finite end > 0, got end=-1.0", () -> new Flow(-1)),
                wrong(
                        "PowerInterpolant needs a finite signalPower > 0, got signalPower=0.0",
                        () -> new PowerInterpolant(0, 1, 1)),
                wrong(
                        "PowerInterpolant needs a finite noisePower > 0, got noisePower=Infinity",
                        () -> new PowerInterpolant(1, Double.POSITIVE_INFINITY, 1)),
                wrong(
                        "PowerInterpolant needs a finite end > 0, got end=NaN",
                        () -> new PowerInterpolant(1, 1, Double.NaN)),
                wrong("betaStart=0.0", () -> new Ddpm(0, 0.02, 1000, 1)),
                wrong("betaEnd=1.0", () -> new Ddpm(0.1, 1, 1000, 1)),
                wrong("betaEnd=NaN", () -> new Ddpm(0.1, nan, 1000, 1)),
                wrong("steps=0", () -> new Ddpm(0.1, 0.2, 0, 1)),
                wrong("Ddpm needs a finite end", () -> new Ddpm(0.1, 0.2, 10, nan)),
                wrong("mine needs a finite end", () -> CustomSchedule.of("mine", 0, t -> t, t -> t)),
                wrong("not both 0, at t=0.0", () -> CustomSchedule.of("mine", 1, t -> t, t -> t)),
                wrong(
                        "alpha=-1.0",
                        () -> CustomSchedule.of("mine", 2, t -> t.negated().plus(1), t -> t)),
                wrong(
                        "mine needs a number for sigma at t=1.0, got NaN",
                        () -> CustomSchedule.ofVariance("mine", 1, t -> t.plus(1), t -> t.negated())),
                wrong("std=-1.0", () -> new Transition(1, -1)),
                wrong("scale=NaN", () -> new Transition(nan, 1)));
    }

    private static Arguments wrong(String message, ThrowingCallable made) {
        return Arguments.of(message, made);
    }
}
