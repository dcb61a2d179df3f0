package org.sandglass.schedule;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/// A schedule of one's own: `α` and `σ` as functions of time.
///
/// Written over [Dual] numbers, the rates are exact by construction; or the caller gives them.
///
/// ```java
/// // α = 1 − t², σ = t
/// var schedule = CustomSchedule.of("parabola", 1, t -> t.times(t).negated().plus(1), t -> t);
/// ```
///
/// The functions must be pure, and the signal-to-noise ratio must not grow with time. Transitions are those of
/// [NoiseSchedule#transition], so a short step loses digits in proportion to `σ²/b²`; implement
/// [VariancePreserving] or [NoiseSchedule] where that matters. A value that comes out as NaN is refused with
/// its time.
public final class CustomSchedule implements NoiseSchedule {
    private final String name;
    private final double end;
    private final DoubleUnaryOperator alpha;
    private final DoubleUnaryOperator sigma;
    private final DoubleUnaryOperator alphaRate;
    private final DoubleUnaryOperator varianceRate;

    private CustomSchedule(
            String name,
            double end,
            DoubleUnaryOperator alpha,
            DoubleUnaryOperator sigma,
            DoubleUnaryOperator alphaRate,
            DoubleUnaryOperator varianceRate) {
        Checks.end(name, end);
        this.name = name;
        this.end = end;
        this.alpha = alpha;
        this.sigma = sigma;
        this.alphaRate = alphaRate;
        this.varianceRate = varianceRate;
        checkLevels(0);
        checkLevels(end);
    }

    /// A schedule from `α` and `σ`. Where `dσ/dt` is infinite, use [#ofVariance].
    ///
    /// @param name what to call it in messages
    /// @param end the time of noise, finite and `> 0`
    /// @param alpha the signal level
    /// @param sigma the noise level
    /// @return the schedule, with exact rates
    /// @throws IllegalArgumentException if a level is negative or not finite at 0 or `end`, or both are 0
    public static CustomSchedule of(String name, double end, UnaryOperator<Dual> alpha, UnaryOperator<Dual> sigma) {
        return new CustomSchedule(
                name,
                end,
                value(alpha),
                value(sigma),
                rate(alpha),
                rate(s -> sigma.apply(s).times(sigma.apply(s))));
    }

    /// A schedule from `α` and `σ²`, for variances that grow like `t` at time 0.
    ///
    /// @param name what to call it in messages
    /// @param end the time of noise, finite and `> 0`
    /// @param alpha the signal level
    /// @param variance the noise variance
    /// @return the schedule, with exact rates
    /// @throws IllegalArgumentException if a level is negative or not finite at 0 or `end`, or both are 0
    public static CustomSchedule ofVariance(
            String name, double end, UnaryOperator<Dual> alpha, UnaryOperator<Dual> variance) {
        DoubleUnaryOperator sigma =
                t -> Math.sqrt(variance.apply(Dual.variable(t)).value());
        return new CustomSchedule(name, end, value(alpha), sigma, rate(alpha), rate(variance));
    }

    /// A schedule whose rates the caller gives.
    ///
    /// @param name what to call it in messages
    /// @param end the time of noise, finite and `> 0`
    /// @param alpha the signal level
    /// @param sigma the noise level
    /// @param alphaRate `dα/dt`
    /// @param varianceRate `d(σ²)/dt`
    /// @return the schedule
    /// @throws IllegalArgumentException if a level is negative or not finite at 0 or `end`, or both are 0
    public static CustomSchedule ofRates(
            String name,
            double end,
            DoubleUnaryOperator alpha,
            DoubleUnaryOperator sigma,
            DoubleUnaryOperator alphaRate,
            DoubleUnaryOperator varianceRate) {
        return new CustomSchedule(name, end, alpha, sigma, alphaRate, varianceRate);
    }

    @Override
    public double end() {
        return end;
    }

    @Override
    public double alpha(double t) {
        return at(alpha, "alpha", t);
    }

    @Override
    public double sigma(double t) {
        return at(sigma, "sigma", t);
    }

    @Override
    public double alphaRate(double t) {
        return at(alphaRate, "alphaRate", t);
    }

    @Override
    public double varianceRate(double t) {
        return at(varianceRate, "varianceRate", t);
    }

    @Override
    public String toString() {
        return name;
    }

    private double at(DoubleUnaryOperator function, String what, double t) {
        double value = function.applyAsDouble(checkTime(t));
        Checks.that(!Double.isNaN(value), name + " needs a number for " + what + " at t=" + t, "NaN");
        return value;
    }

    private void checkLevels(double t) {
        double a = alpha(t);
        double b = sigma(t);
        Checks.that(
                a >= 0 && b >= 0 && a + b > 0 && Double.isFinite(a + b),
                name + " needs finite alpha >= 0 and sigma >= 0, not both 0, at t=" + t,
                "alpha=" + a + ", sigma=" + b);
    }

    private static DoubleUnaryOperator value(UnaryOperator<Dual> function) {
        return t -> function.apply(Dual.variable(t)).value();
    }

    private static DoubleUnaryOperator rate(UnaryOperator<Dual> function) {
        return t -> function.apply(Dual.variable(t)).rate();
    }
}
