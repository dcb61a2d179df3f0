package org.sandglass.schedule;

import java.util.Arrays;

/// The discrete betas of DDPM, joined continuously (`ddpm`): `ᾱ(i·end/N) = Πⱼ₌₁ⁱ (1 − βⱼ)` for `i = 0 … N`,
/// `ln ᾱ` linear between these nodes, `α = √ᾱ`, `σ² = 1 − ᾱ`. The betas are evenly spaced, `β₁ = betaStart` to
/// `β_N = betaEnd`.
///
/// `α(0) = 1`, `σ(0) = 0`, `λ(0) = +∞`; at the end all is finite. The rate `β(t) = −ln(1 − βᵢ₊₁)·N/end` is a
/// step function: at a node it is the one of the interval that follows (at the end, of the last). At the nodes
/// the marginals and the transitions are exactly those of the discrete chain. Ho et al. 2020, section 2.
///
/// A node is the double `i·end/N`. The sums of `ln(1 − βⱼ)` are kept in twice the precision, so that their
/// differences are accurate over few steps of a long chain.
public final class Ddpm implements VariancePreserving {
    private final double betaStart;
    private final double betaEnd;
    private final int steps;
    private final double end;
    private final double[] sum;
    private final double[] rest;

    /// Betas that are evenly spaced. They may fall with time.
    ///
    /// @param betaStart the first, `0 < β₁ < 1`
    /// @param betaEnd the last, `0 < β_N < 1`
    /// @param steps how many, `N ≥ 1`; a single one is `betaStart`
    /// @param end the time of noise, finite and `> 0`
    /// @throws IllegalArgumentException if a value is outside its range
    public Ddpm(double betaStart, double betaEnd, int steps, double end) {
        Checks.that(
                betaStart > 0 && betaStart < 1 && betaEnd > 0 && betaEnd < 1,
                "Ddpm needs betaStart and betaEnd between 0 and 1",
                "betaStart=" + betaStart + ", betaEnd=" + betaEnd);
        Checks.that(steps >= 1, "Ddpm needs steps >= 1", "steps=" + steps);
        Checks.end("Ddpm", end);
        this.betaStart = betaStart;
        this.betaEnd = betaEnd;
        this.steps = steps;
        this.end = end;
        this.sum = new double[steps + 1];
        this.rest = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            addExactly(i, increment(i));
        }
    }

    /// The betas of the paper.
    ///
    /// @return 1000 betas from 1e-4 to 0.02 on `[0, 1]`
    public static Ddpm standard() {
        return new Ddpm(1e-4, 0.02, 1000, 1);
    }

    /// The first beta.
    ///
    /// @return `β₁`
    public double betaStart() {
        return betaStart;
    }

    /// The last beta.
    ///
    /// @return `β_N`
    public double betaEnd() {
        return betaEnd;
    }

    /// The number of betas.
    ///
    /// @return `N`
    public int steps() {
        return steps;
    }

    @Override
    public double end() {
        return end;
    }

    /// One beta of the discrete chain.
    ///
    /// @param step the step `j`, `1 ≤ j ≤ N`
    /// @return `βⱼ`
    /// @throws IllegalArgumentException if there is no such step
    public double betaOfStep(int step) {
        Checks.that(step >= 1 && step <= steps, "Ddpm has steps from 1 to " + steps, "step=" + step);
        double w = steps == 1 ? 0 : (step - 1) / (double) (steps - 1);
        return (1 - w) * betaStart + w * betaEnd;
    }

    /// The time after some steps of the discrete chain.
    ///
    /// @param step the number of steps `i`, `0 ≤ i ≤ N`
    /// @return the node `i·end/N`
    /// @throws IllegalArgumentException if there is no such step
    public double timeOfStep(int step) {
        Checks.that(step >= 0 && step <= steps, "Ddpm has steps from 0 to " + steps, "step=" + step);
        return step == steps ? end : step * end / steps;
    }

    @Override
    public double beta(double t) {
        return increment(interval(checkTime(t))) * steps / end;
    }

    @Override
    public double betaIntegral(double s, double t) {
        if (Checks.order(this, s, t)) {
            return 0;
        }
        int i = interval(s);
        int j = interval(t);
        if (i == j) {
            return part(i, s, t);
        }
        double whole = (sum[j] - sum[i + 1]) + (rest[j] - rest[i + 1]);
        return part(i, s, timeOfStep(i + 1)) + whole + part(j, timeOfStep(j), t);
    }

    @Override
    public double timeOfBetaIntegral(double integral) {
        int found = Arrays.binarySearch(sum, integral);
        int i = Math.min(found >= 0 ? found : -found - 2, steps - 1);
        double start = timeOfStep(i);
        double next = timeOfStep(i + 1);
        double within = (integral - sum[i]) - rest[i];
        return Math.clamp(start + within / increment(i) * (next - start), start, next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ddpm that
                && betaStart == that.betaStart
                && betaEnd == that.betaEnd
                && steps == that.steps
                && end == that.end;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new double[] {betaStart, betaEnd, steps, end});
    }

    @Override
    public String toString() {
        return "Ddpm[betaStart=" + betaStart + ", betaEnd=" + betaEnd + ", steps=" + steps + ", end=" + end + "]";
    }

    /// `−ln(1 − βᵢ₊₁)`, what interval `i` adds to the integral.
    private double increment(int interval) {
        return -Math.log1p(-betaOfStep(interval + 1));
    }

    /// The integral over a part of one interval.
    private double part(int interval, double from, double to) {
        return increment(interval) * ((to - from) / (timeOfStep(interval + 1) - timeOfStep(interval)));
    }

    /// The interval `[node i, node i + 1)` that holds a time; the last one holds the end too. The first guess
    /// is at most one off by rounding.
    private int interval(double t) {
        int i = (int) Math.min(t / end * steps, steps - 1.0);
        while (i > 0 && t < timeOfStep(i)) {
            i--;
        }
        while (i < steps - 1 && t >= timeOfStep(i + 1)) {
            i++;
        }
        return i;
    }

    /// `sum[i + 1] + rest[i + 1] = sum[i] + rest[i] + increment`, by Knuth's two-sum.
    private void addExactly(int i, double increment) {
        double total = sum[i] + increment;
        double added = total - sum[i];
        sum[i + 1] = total;
        rest[i + 1] = rest[i] + ((sum[i] - (total - added)) + (increment - added));
    }
}
