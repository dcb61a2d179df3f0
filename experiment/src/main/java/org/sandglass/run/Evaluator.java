package org.sandglass.run;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.Outputs;

/// Log density, score and posterior mean of a law at points.
@FunctionalInterface
interface Evaluator {
    /// Fills the rows `[from, to)` of the outputs.
    void evaluate(Points x, int from, int to, Outputs out);
}
