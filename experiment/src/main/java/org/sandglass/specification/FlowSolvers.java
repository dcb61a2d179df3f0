package org.sandglass.specification;

import static org.sandglass.specification.SolverType.Kind.FLOW_STEP;

import java.util.List;
import org.sandglass.solver.Euler;
import org.sandglass.solver.Heun;
import org.sandglass.specification.SolverType.Facts;

/// The deterministic rules that depend on the two ends of a step.
final class FlowSolvers {
    private static final List<SolverType> ALL = List.of(
            new SolverType(
                    "euler",
                    FLOW_STEP,
                    new Facts(
                            "1",
                            "1",
                            "no",
                            "the probability flow, plainly",
                            "a baseline; the same as ddim where the process is flow",
                            "Song et al. 2021"),
                    (_, _) -> new Euler()),
            new SolverType(
                    "heun",
                    FLOW_STEP,
                    new Facts(
                            "2",
                            "2",
                            "no",
                            "the probability flow by the trapezoid, the last step too",
                            "a sound choice from some 30 evaluations on",
                            "Karras et al. 2022, algorithm 1"),
                    (_, _) -> new Heun()));

    private FlowSolvers() {}

    static List<SolverType> all() {
        return ALL;
    }
}
