package org.sandglass.specification;

import static org.sandglass.specification.MultistepSolvers.WARM_UP;
import static org.sandglass.specification.MultistepSolvers.constant;
import static org.sandglass.specification.MultistepSolvers.warmUp;
import static org.sandglass.specification.SolverType.Kind.ADAPTIVE;
import static org.sandglass.specification.SolverType.Kind.RANDOM_STEP;
import static org.sandglass.specification.SolverType.Kind.WHOLE_GRID;
import static org.sandglass.specification.SolverType.Rates.USED;

import java.util.List;
import org.sandglass.denoiser.Mmse;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.sampler.OneStep;
import org.sandglass.solver.AdaptiveSde;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Ddpm;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExactKernel;
import org.sandglass.solver.LangevinFlow;
import org.sandglass.solver.PredictorCorrector;
import org.sandglass.solver.Restart;
import org.sandglass.solver.SaSolver;
import org.sandglass.solver.SdeDpmSolverPlusPlus1;
import org.sandglass.solver.SdeDpmSolverPlusPlus2M;
import org.sandglass.solver.Seeds1;
import org.sandglass.solver.Seeds2;
import org.sandglass.solver.Variance;
import org.sandglass.specification.SolverType.Facts;

/// The rules that draw random numbers, or may.
final class StochasticSolvers {
    private static final double ANY = Double.POSITIVE_INFINITY;

    private static final List<SolverType> ALL = List.of(
            new SolverType(
                    "euler-maruyama",
                    RANDOM_STEP,
                    USED,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "the reverse stochastic equation, plainly; xi = 0 is the flow",
                            "a baseline; needs hundreds of steps",
                            "Song et al. 2021, eq. 6"),
                    (v, _) -> new EulerMaruyama(v.number("xi")),
                    new SolverKey.Within("xi", 1.0, 0, ANY)),
            new SolverType(
                    "langevin-flow",
                    RANDOM_STEP,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "the flow with Langevin noise of constant size; noise = 0 is the flow",
                            "starts at the very end of flow and interpolant; noise in units of the points",
                            "Holderrieth and Erives 2025, theorem 15"),
                    (v, _) -> new LangevinFlow(v.number("noise")),
                    new SolverKey.Within("noise", 0.5, 0, ANY)),
            new SolverType(
                    "ddim",
                    RANDOM_STEP,
                    new Facts(
                            "1",
                            "1",
                            "if eta > 0",
                            "exact for a point mass; eta = 1 is the ancestral step of DDPM",
                            "few steps, and wherever a first order suffices",
                            "Song, Meng and Ermon 2021"),
                    (v, _) -> new Ddim(v.number("eta")),
                    new SolverKey.Within("eta", 0.0, 0, 1),
                    FlowSolvers.CHURN),
            new SolverType(
                    "ddpm",
                    RANDOM_STEP,
                    new Facts(
                            "1 weak",
                            "1 (optimal: 2)",
                            "yes",
                            "the ancestral step; optimal-full is exact on one Gaussian, order 2",
                            "many steps; the analytic and optimal variances for few",
                            "Ho, Jain and Abbeel 2020; Bao et al. 2022"),
                    (v, law) -> new Ddpm(variance(v.word("variance"), law)),
                    new SolverKey.Word(
                            "variance",
                            "lower",
                            List.of("lower", "upper", "analytic", "optimal-diagonal", "optimal-full"))),
            new SolverType(
                    "sde-dpm-solver++-1",
                    RANDOM_STEP,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "the stochastic equation with the data held; ddpm by another name",
                            "to repeat published runs",
                            "Lu et al. 2022b, eq. 18"),
                    (_, _) -> new SdeDpmSolverPlusPlus1()),
            new SolverType(
                    "sde-dpm-solver++-2m",
                    WHOLE_GRID,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "the same with the data extrapolated",
                            "20 to 100 evaluations where noise is wanted",
                            "Lu et al. 2022b, eq. 19"),
                    (v, law) -> new SdeDpmSolverPlusPlus2M(warmUp(v, law)),
                    WARM_UP),
            new SolverType(
                    "seeds-1",
                    RANDOM_STEP,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "the stochastic equation with the noise held",
                            "many steps; overshoots on long ones",
                            "Gonzalez et al. 2023, eq. 13"),
                    (_, _) -> new Seeds1()),
            new SolverType(
                    "seeds-2",
                    RANDOM_STEP,
                    new Facts(
                            "2 weak",
                            "2",
                            "yes",
                            "the same by the middle of the step",
                            "noise, and a second order in law",
                            "Gonzalez et al. 2023, algorithm 2"),
                    (_, _) -> new Seeds2()),
            new SolverType(
                    "sa-solver",
                    WHOLE_GRID,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "stochastic Adams, predictor and corrector; tau = 0 is the flow",
                            "20 to 100 evaluations; tau between 0 and 1 trades noise for order",
                            "Xue et al. 2023"),
                    (v, law) -> new SaSolver(
                            v.whole("predictor-order"), v.whole("corrector-order"), v.number("tau"), warmUp(v, law)),
                    new SolverKey.Whole("predictor-order", 3, 1, 3),
                    new SolverKey.Whole("corrector-order", 4, 0, 4),
                    new SolverKey.Within("tau", 1.0, 0, ANY),
                    WARM_UP),
            new SolverType(
                    "restart",
                    WHOLE_GRID,
                    new Facts(
                            "the inner rule's",
                            "and times x steps",
                            "yes",
                            "back up by noise and down again, which forgets errors",
                            "where a model errs; low and high are times of the process",
                            "Xu et al. 2023, algorithm 1"),
                    (v, law) -> new Restart(
                            inner(v, "inner", law),
                            v.number("low"),
                            v.number("high"),
                            v.whole("times"),
                            v.whole("steps-down")),
                    new SolverKey.Rule("inner", "heun", List.of()),
                    new SolverKey.Positive("low", 0.05),
                    new SolverKey.Positive("high", 0.3),
                    new SolverKey.Whole("times", 1, 1, 10_000),
                    new SolverKey.Whole("steps-down", 3, 1, 10_000)),
            new SolverType(
                    "predictor-corrector",
                    RANDOM_STEP,
                    new Facts(
                            "the predictor's",
                            "and corrections",
                            "yes",
                            "steps of any rule, each followed by Langevin steps",
                            "where evaluations are cheap and a model errs",
                            "Song et al. 2021, algorithms 2 to 5"),
                    (v, law) ->
                            new PredictorCorrector(inner(v, "predictor", law), v.whole("corrections"), v.number("snr")),
                    new SolverKey.Rule("predictor", "euler-maruyama", List.of()),
                    new SolverKey.Whole("corrections", 1, 0, 10_000),
                    new SolverKey.Within("snr", 0.16, 0, ANY)),
            new SolverType(
                    "adaptive-sde",
                    ADAPTIVE,
                    USED,
                    new Facts(
                            "1 weak",
                            "by tolerance",
                            "yes",
                            "the stochastic equation with a step length for each point",
                            "stiff laws; same-numbers repeats the paper, whose law stays wrong",
                            "Jolicoeur-Martineau et al. 2021"),
                    (v, _) -> new AdaptiveSde(
                            v.number("absolute"),
                            v.number("relative"),
                            v.number("first"),
                            constant(AdaptiveSde.Refused.class, v.word("refused"))),
                    new SolverKey.Within("absolute", 0.0078, 0, ANY),
                    new SolverKey.Within("relative", 0.05, 0, ANY),
                    new SolverKey.Within("first", 0.01, 1e-9, 1),
                    new SolverKey.Word("refused", "same-path", List.of("same-path", "same-numbers"))),
            new SolverType(
                    "exact-kernel",
                    RANDOM_STEP,
                    new Facts(
                            "exact",
                            "1",
                            "yes",
                            "draws from the exact reverse kernel of the mixture",
                            "the reference: any grid, even one step",
                            "Sandglass, docs/math/posterior.md"),
                    (_, law) -> new ExactKernel(law)));

    private StochasticSolvers() {}

    static List<SolverType> all() {
        return ALL;
    }

    private static OneStep inner(SolverValues values, String key, DiffusedMixture law) {
        return values.rule(key, law).orElseThrow();
    }

    private static Variance variance(String word, DiffusedMixture law) {
        return switch (word) {
            case "lower" -> new Variance.Lower();
            case "upper" -> new Variance.Upper();
            case "analytic" -> new Variance.Analytic(Mmse.of(law));
            case "optimal-diagonal" -> new Variance.OptimalDiagonal();
            default -> new Variance.OptimalFull();
        };
    }
}
