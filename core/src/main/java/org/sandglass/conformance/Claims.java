package org.sandglass.conformance;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.sandglass.schedule.TimeGrid;

/// What the author of a sampler promises. What is not claimed is found out, as far as it can be.
///
/// @param order the power of the step with which the error falls
/// @param evaluations of the denoiser per step
/// @param eta of DDIM
/// @param grid the times for a number of steps
/// @param lastStep the rule of the last step
public record Claims(
        OptionalDouble order,
        OptionalInt evaluations,
        OptionalDouble eta,
        Optional<IntFunction<TimeGrid>> grid,
        LastStep lastStep) {
    /// The rule of the last step.
    public enum LastStep {
        /// As it comes.
        ANY,
        /// Of order 1, as "lower-order-final" asks: it uses no prediction of earlier steps.
        FIRST_ORDER
    }

    /// No promises.
    ///
    /// @return nothing claimed
    public static Claims none() {
        return new Claims(
                OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty(), Optional.empty(), LastStep.ANY);
    }

    /// A promise more.
    ///
    /// @param p the order, `> 0`
    /// @return claims
    public Claims withOrder(double p) {
        if (!(p > 0)) {
            throw new IllegalArgumentException("the order must be > 0, got " + p);
        }
        return new Claims(OptionalDouble.of(p), evaluations, eta, grid, lastStep);
    }

    /// A promise more.
    ///
    /// @param perStep evaluations per step, `≥ 1`
    /// @return claims
    public Claims withEvaluations(int perStep) {
        if (perStep < 1) {
            throw new IllegalArgumentException("evaluations per step must be >= 1, got " + perStep);
        }
        return new Claims(order, OptionalInt.of(perStep), eta, grid, lastStep);
    }

    /// A promise more.
    ///
    /// @param value `η` of DDIM, in `[0, 1]`
    /// @return claims
    public Claims withEta(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("eta must be within [0, 1], got " + value);
        }
        return new Claims(order, evaluations, OptionalDouble.of(value), grid, lastStep);
    }

    /// A promise more.
    ///
    /// @param times the grid for a number of steps
    /// @return claims
    public Claims withGrid(IntFunction<TimeGrid> times) {
        return new Claims(order, evaluations, eta, Optional.of(times), lastStep);
    }

    /// A promise more.
    ///
    /// @param rule of the last step
    /// @return claims
    public Claims withLastStep(LastStep rule) {
        return new Claims(order, evaluations, eta, grid, rule);
    }
}
