package org.sandglass.specification;

import static org.sandglass.specification.SolverType.Kind.WHOLE_GRID;

import java.util.List;
import java.util.Locale;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.solver.Deis;
import org.sandglass.solver.DpmSolverPlusPlus2M;
import org.sandglass.solver.DpmSolverPlusPlus3M;
import org.sandglass.solver.Form;
import org.sandglass.solver.LastSteps;
import org.sandglass.solver.Plms;
import org.sandglass.solver.UniPc;
import org.sandglass.solver.WarmUp;
import org.sandglass.specification.SolverType.Facts;

/// The deterministic rules that look back.
final class MultistepSolvers {
    private static final String LOWER_ORDER = "lower-order";

    /// How the first steps are taken.
    static final SolverKey WARM_UP = new SolverKey.Rule("warm-up", LOWER_ORDER, List.of(LOWER_ORDER));

    private static final SolverKey LAST_STEPS =
            new SolverKey.Word("last-steps", "full-order", List.of("full-order", LOWER_ORDER, "lower-order-if-few"));

    private static final List<SolverType> ALL = List.of(
            new SolverType(
                    "dpm-solver++-2m",
                    WHOLE_GRID,
                    new Facts(
                            "2",
                            "1",
                            "no",
                            "exponential Adams of order 2 on the prediction of the data",
                            "the usual choice at 10 to 50 evaluations",
                            "Lu et al. 2022b, algorithm 2"),
                    (v, law) -> new DpmSolverPlusPlus2M(warmUp(v, law), lastSteps(v)),
                    WARM_UP,
                    LAST_STEPS),
            new SolverType(
                    "dpm-solver++-3m",
                    WHOLE_GRID,
                    new Facts(
                            "3 (2 warm-up)",
                            "1",
                            "no",
                            "exponential Adams of order 3; as-published has half the curvature",
                            "20 evaluations and more, started by a rule of order 2 or more",
                            "Lu et al. 2022b, program"),
                    (v, law) -> new DpmSolverPlusPlus3M(
                            constant(DpmSolverPlusPlus3M.Curvature.class, v.word("curvature")),
                            warmUp(v, law),
                            lastSteps(v)),
                    new SolverKey.Word("curvature", "exact", List.of("exact", "as-published")),
                    WARM_UP,
                    LAST_STEPS),
            new SolverType(
                    "deis",
                    WHOLE_GRID,
                    new Facts(
                            "order + 1 (2 warm-up)",
                            "1",
                            "no",
                            "the polynomial through the last noises, integrated exactly",
                            "few evaluations; rho-ab on uneven grids",
                            "Zhang and Chen 2022"),
                    (v, law) -> new Deis(constant(Deis.Kind.class, v.word("kind")), v.whole("order"), warmUp(v, law)),
                    new SolverKey.Word("kind", "tab", List.of("tab", "rho-ab")),
                    new SolverKey.Whole("order", 3, 0, 3),
                    WARM_UP),
            new SolverType(
                    "unipc",
                    WHOLE_GRID,
                    new Facts(
                            "order + 1 (2-3 warm-up)",
                            "1",
                            "no",
                            "predictor and corrector that share their evaluations",
                            "5 to 20 evaluations",
                            "Zhao et al. 2023"),
                    (v, law) -> new UniPc(
                            v.whole("order"),
                            constant(UniPc.B.class, v.word("b")),
                            v.isTrue("corrector") ? UniPc.Corrector.UNI_C : UniPc.Corrector.NONE,
                            constant(Form.class, v.word("form")),
                            warmUp(v, law),
                            lastSteps(v)),
                    new SolverKey.Whole("order", 3, 1, 3),
                    new SolverKey.Word("b", "bh1", List.of("bh1", "bh2")),
                    new SolverKey.Truth("corrector", true),
                    new SolverKey.Word("form", "data", List.of("data", "noise")),
                    WARM_UP,
                    LAST_STEPS),
            new SolverType(
                    "plms",
                    WHOLE_GRID,
                    new Facts(
                            "2",
                            "1 (+1)",
                            "no",
                            "Adams-Bashforth of order 4 on the noise, in the step of DDIM",
                            "to repeat published runs; steps of equal length",
                            "Liu et al. 2022, latent diffusion's program"),
                    (v, law) -> new Plms(Plms.Variant.PLMS, warmUp(v, law)),
                    WARM_UP),
            new SolverType(
                    "pndm",
                    WHOLE_GRID,
                    new Facts(
                            "2",
                            "1 (+9, s: +1)",
                            "no",
                            "the same after three Runge-Kutta steps; or with two noises",
                            "to repeat published runs; steps of equal length",
                            "Liu et al. 2022, algorithm 2"),
                    (v, law) -> new Plms(constant(Plms.Variant.class, v.word("variant")), warmUp(v, law)),
                    new SolverKey.Word("variant", "f-pndm", List.of("f-pndm", "s-pndm")),
                    WARM_UP));

    private MultistepSolvers() {}

    static List<SolverType> all() {
        return ALL;
    }

    static WarmUp warmUp(SolverValues values, DiffusedMixture law) {
        return values.rule(WARM_UP.name(), law).<WarmUp>map(WarmUp.With::new).orElseGet(WarmUp.LowerOrder::new);
    }

    private static LastSteps lastSteps(SolverValues values) {
        return constant(LastSteps.class, values.word(LAST_STEPS.name()));
    }

    /// `rho-ab` is `RHO_AB`.
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
