package org.sandglass.specification;

import static org.sandglass.specification.SolverType.Kind.RANDOM_STEP;
import static org.sandglass.specification.SolverType.Rates.USED;

import java.util.List;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExactKernel;
import org.sandglass.specification.SolverType.Facts;

/// The rules that draw random numbers.
final class StochasticSolvers {
    private static final List<SolverType> ALL = List.of(
            new SolverType(
                    "euler-maruyama",
                    RANDOM_STEP,
                    USED,
                    new Facts(
                            "1 weak",
                            "1",
                            "yes",
                            "the reverse stochastic equation, plainly",
                            "a baseline; needs hundreds of steps",
                            "Song et al. 2021, eq. 6"),
                    (_, _) -> new EulerMaruyama()),
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
                    new SolverKey.Within("eta", 0.0, 0, 1)),
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
}
