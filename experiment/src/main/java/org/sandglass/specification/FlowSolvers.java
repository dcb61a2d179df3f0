package org.sandglass.specification;

import static org.sandglass.specification.MultistepSolvers.constant;
import static org.sandglass.specification.SolverType.Kind.ADAPTIVE;
import static org.sandglass.specification.SolverType.Kind.FLOW_STEP;

import java.util.List;
import java.util.Optional;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.solver.AdaptiveOde;
import org.sandglass.solver.Churn;
import org.sandglass.solver.Clock;
import org.sandglass.solver.DpmSolver1;
import org.sandglass.solver.DpmSolver2;
import org.sandglass.solver.DpmSolver3;
import org.sandglass.solver.DpmSolverPlusPlus1;
import org.sandglass.solver.DpmSolverPlusPlus2S;
import org.sandglass.solver.Euler;
import org.sandglass.solver.ExponentialEuler;
import org.sandglass.solver.Heun;
import org.sandglass.solver.Midpoint;
import org.sandglass.solver.Rk4;
import org.sandglass.solver.Strang;
import org.sandglass.specification.SolverType.Facts;

/// The deterministic rules that depend on the two ends of a step, and the adaptive one.
final class FlowSolvers {
    /// Noise that is added before each step, left out by default.
    static final SolverKey CHURN = new SolverKey.Group(
            "churn",
            List.of(
                    new SolverKey.Within("rate", 40.0, 0, Double.POSITIVE_INFINITY),
                    new SolverKey.Within("from", 0.0, 0, Double.POSITIVE_INFINITY),
                    new SolverKey.Within("to", Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY),
                    new SolverKey.Within("inflation", 1.0, 0, Double.POSITIVE_INFINITY),
                    new SolverKey.Word("clock", "sigma", List.of("sigma", "time"))));

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
                            "the probability flow by the trapezoid, in time or in sigma/alpha",
                            "30 evaluations and more; with churn as EDM's stochastic sampler",
                            "Karras et al. 2022, algorithms 1 and 2"),
                    (v, _) ->
                            new Heun(constant(Clock.class, v.word("clock")), constant(Heun.Last.class, v.word("last"))),
                    new SolverKey.Word("clock", "time", List.of("time", "sigma")),
                    new SolverKey.Word("last", "trapezoid", List.of("trapezoid", "euler"))),
            new SolverType(
                    "midpoint",
                    FLOW_STEP,
                    new Facts(
                            "2",
                            "2",
                            "no",
                            "the probability flow by the explicit midpoint",
                            "as heun, for models without a velocity at time 0",
                            "Runge 1895"),
                    (_, _) -> new Midpoint()),
            new SolverType(
                    "rk4",
                    FLOW_STEP,
                    new Facts(
                            "4",
                            "4",
                            "no",
                            "the probability flow by the classical Runge-Kutta method",
                            "accurate answers from some 100 evaluations on; a starter for others",
                            "Kutta 1901"),
                    (_, _) -> new Rk4()),
            new SolverType(
                    "exponential-euler",
                    FLOW_STEP,
                    new Facts(
                            "1",
                            "1",
                            "no",
                            "the linear part exact, the data held; ddim with eta = 0",
                            "few steps; exact for a point mass",
                            "Lu et al. 2022a; Zhang and Chen 2022"),
                    (_, _) -> new ExponentialEuler()),
            new SolverType(
                    "dpm-solver-1",
                    FLOW_STEP,
                    new Facts(
                            "1",
                            "1",
                            "no",
                            "exponential Euler in the noise; the same map",
                            "to repeat published runs",
                            "Lu et al. 2022a, eq. 3.7"),
                    (_, _) -> new DpmSolver1()),
            new SolverType(
                    "dpm-solver-2",
                    FLOW_STEP,
                    new Facts(
                            "2",
                            "2",
                            "no",
                            "exponential midpoint on the noise",
                            "10 to 50 evaluations",
                            "Lu et al. 2022a, algorithm 1"),
                    (_, _) -> new DpmSolver2()),
            new SolverType(
                    "dpm-solver-3",
                    FLOW_STEP,
                    new Facts(
                            "3",
                            "3",
                            "no",
                            "exponential Runge-Kutta of order 3 on the noise",
                            "30 evaluations and more",
                            "Lu et al. 2022a, algorithm 2"),
                    (_, _) -> new DpmSolver3()),
            new SolverType(
                    "dpm-solver++-1",
                    FLOW_STEP,
                    new Facts(
                            "1",
                            "1",
                            "no",
                            "exponential Euler in the data; the same map",
                            "to repeat published runs",
                            "Lu et al. 2022b, eq. 9"),
                    (_, _) -> new DpmSolverPlusPlus1()),
            new SolverType(
                    "dpm-solver++-2s",
                    FLOW_STEP,
                    new Facts(
                            "2",
                            "2",
                            "no",
                            "exponential midpoint on the data, in log-snr or in time",
                            "10 to 50 evaluations where rules that look back do not suit",
                            "Lu et al. 2022b, algorithm 1"),
                    (v, _) -> new DpmSolverPlusPlus2S(constant(DpmSolverPlusPlus2S.Midpoint.class, v.word("midpoint"))),
                    new SolverKey.Word("midpoint", "log-snr", List.of("log-snr", "time"))),
            new SolverType(
                    "strang",
                    FLOW_STEP,
                    new Facts(
                            "2",
                            "2",
                            "no",
                            "linear part and score by turns, the linear one exact",
                            "to study splittings",
                            "Strang 1968; arXiv 2601.17375"),
                    (_, _) -> new Strang()),
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

    /// The rule, with churn if the values say so.
    static Step churned(Step step, SolverValues values) {
        Optional<SolverValues> churn = values.group(CHURN.name());
        return churn.isPresent() && step instanceof OneStep inner ? churned(inner, churn.get()) : step;
    }

    private static Churn churned(OneStep inner, SolverValues churn) {
        return new Churn(
                inner,
                churn.number("rate"),
                churn.number("from"),
                churn.number("to"),
                churn.number("inflation"),
                constant(Clock.class, churn.word("clock")));
    }
}
