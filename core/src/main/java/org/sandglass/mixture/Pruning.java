package org.sandglass.mixture;

/// Whether the evaluation of a mixture may leave out components that cannot matter at a point.
///
/// What is left out is at most 1e-13 of the density, so the log density stays within 1e-13 of the full sum and
/// the score and the posterior mean within 1e-13 of the largest `‖sₖ − s‖` or `‖mₖ − m‖` of what is left out,
/// beside the rounding that both have. Derivation: `docs/math/pruning.md`.
public enum Pruning {
    /// Where a mixture has many components and a point is near few of them.
    AUTOMATIC,
    /// Never: every component is evaluated at every point.
    OFF
}
