package org.sandglass.solver;

/// Which order a rule of order `p` that looks back has in its last `p − 1` steps.
///
/// With few steps the extrapolation of the last of them, where the prediction changes most, may cost more
/// than it brings; so published programs lower the order, by one in each: `min(p, n − i)` in step `i` of `n`.
/// A rule with a lowered last step converges with order 2 at most.
public enum LastSteps {
    /// The order of the rule to the end.
    FULL_ORDER,
    /// Lowered on every grid, as the program of UniPC (Zhao et al. 2023) does.
    LOWER_ORDER,
    /// Lowered on grids of less than 15 steps, as the first program of DPM-Solver++ (Lu et al. 2022b) does;
    /// later ones say 10.
    LOWER_ORDER_IF_FEW;

    private static final int MANY = 15;

    /// The order in step `i` of `n`.
    int order(int order, int i, int n) {
        return switch (this) {
            case FULL_ORDER -> order;
            case LOWER_ORDER -> Math.min(order, n - i);
            case LOWER_ORDER_IF_FEW -> n < MANY ? Math.min(order, n - i) : order;
        };
    }
}
