package org.sandglass.specification;

import static org.sandglass.specification.SolverType.Kind.ADAPTIVE;
import static org.sandglass.specification.SolverType.Kind.FLOW_STEP;

import java.util.List;
import org.sandglass.solver.AdaptiveOde;
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
                    (_, _) -> new Heun()),
            new SolverType(
                    "adaptive-ode",
                    ADAPTIVE,
                    new Facts(
                            "5",
                            "by tolerance",
                            "no",
                            "Dormand and Prince's pair, to a tolerance",
                            "a reference; likelihoods",
                            "Dormand and Prince 1980; Song et al. 2021"),
                    (v, _) -> new AdaptiveOde(v.number("absolute"), v.number("relative")),
                    new SolverKey.Positive("absolute", 1e-5),
                    new SolverKey.Within("relative", 1e-5, 0, Double.POSITIVE_INFINITY)));

    private FlowSolvers() {}

    static List<SolverType> all() {
        return ALL;
    }
}
