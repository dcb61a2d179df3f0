package org.sandglass.conformance;

/// Distances from the exact law at `N`, `4N` and `16N` steps: whether they end at 0, or at least fall as
/// those of a method of order ½ would, to a half with every factor of 4.
///
/// A right formula has a distance that falls with the step, however large it is; a wrong one has one that
/// stays.
final class Convergence {
    /// The factors of the number of steps.
    static final int[] FACTORS = {1, 4, 16};

    private static final double ROUNDING = 1e-5;

    private final double[] distances;
    private final double[] errors;

    /// @param distances at each number of steps; taken over
    /// @param errors what chance does to each; taken over
    Convergence(double[] distances, double[] errors) {
        this.distances = distances;
        this.errors = errors;
    }

    /// Whether nothing is left at the most steps.
    boolean vanishes() {
        return last() <= ROUNDING + errors[errors.length - 1];
    }

    /// Whether the distance has fallen to less than a half in the last step of the ladder, or to less than
    /// a fiftieth in all, as where it has passed through 0 on the way; chance taken off the end.
    boolean falls() {
        double left = last() - errors[errors.length - 1];
        return left <= 0.5 * distances[distances.length - 2] || left <= 0.02 * distances[0];
    }

    double last() {
        return distances[distances.length - 1];
    }

    /// As in `0.2, 0.05 and 0.0125 at 20, 80 and 320 steps`.
    String words(int steps) {
        StringBuilder found = new StringBuilder();
        StringBuilder at = new StringBuilder();
        for (int i = 0; i < FACTORS.length; i++) {
            String between = i == 0 ? "" : i == FACTORS.length - 1 ? " and " : ", ";
            found.append(between).append(Words.number(distances[i]));
            at.append(between).append(FACTORS[i] * steps);
        }
        return found + " at " + at + " steps";
    }
}
