package org.sandglass.conformance;

import java.util.List;
import java.util.stream.Stream;
import org.sandglass.sampler.Step;
import org.sandglass.solver.Clock;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Ddpm;
import org.sandglass.solver.Deis;
import org.sandglass.solver.DpmSolver2;
import org.sandglass.solver.DpmSolver3;
import org.sandglass.solver.DpmSolverPlusPlus2M;
import org.sandglass.solver.DpmSolverPlusPlus2S;
import org.sandglass.solver.DpmSolverPlusPlus3M;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.Heun;
import org.sandglass.solver.Midpoint;
import org.sandglass.solver.Plms;
import org.sandglass.solver.Rk4;
import org.sandglass.solver.SaSolver;
import org.sandglass.solver.SdeDpmSolverPlusPlus2M;
import org.sandglass.solver.Seeds2;
import org.sandglass.solver.Strang;
import org.sandglass.solver.UniPc;
import org.sandglass.solver.Variance;
import org.sandglass.solver.WarmUp;

/// The rules that a step is compared with.
final class Rules {
    /// A rule and what people call it.
    record Named(String name, Step rule) {}

    private static final List<Named> ONE_EVALUATION = List.of(
            new Named("DDIM", new Ddim()),
            new Named("Euler", new Euler()),
            new Named("DDPM (DDIM with η = 1)", new Ddim(1)),
            new Named("Euler–Maruyama", new EulerMaruyama()));

    private static final List<Named> OTHERS = List.of(
            new Named("DDPM with the upper variance", new Ddpm(new Variance.Upper())),
            new Named("Heun", new Heun()),
            new Named("Heun by noise level", new Heun(Clock.SIGMA)),
            new Named("Heun, Euler to 0", new Heun(Clock.TIME, Heun.Last.EULER)),
            new Named("Heun by noise level, Euler to 0", new Heun(Clock.SIGMA, Heun.Last.EULER)),
            new Named("midpoint", new Midpoint()),
            new Named("Runge–Kutta of order 4", new Rk4()),
            new Named("Strang splitting", new Strang()),
            new Named("DPM-Solver-2", new DpmSolver2()),
            new Named("DPM-Solver-3", new DpmSolver3()),
            new Named("DPM-Solver++(2S)", new DpmSolverPlusPlus2S()),
            new Named("DPM-Solver++(2S) by time", new DpmSolverPlusPlus2S(DpmSolverPlusPlus2S.Midpoint.TIME)),
            new Named("SEEDS-2", new Seeds2()));

    private static final List<Named> LOOKING_BACK = List.of(
            new Named("DPM-Solver++(2M)", new DpmSolverPlusPlus2M()),
            new Named("DPM-Solver++(3M)", new DpmSolverPlusPlus3M()),
            new Named("SDE-DPM-Solver++(2M)", new SdeDpmSolverPlusPlus2M(new WarmUp.LowerOrder())),
            new Named("DEIS (tAB, order 1)", new Deis(Deis.Kind.TAB, 1)),
            new Named("DEIS (tAB, order 2)", new Deis(Deis.Kind.TAB, 2)),
            new Named("DEIS (tAB, order 3)", new Deis(Deis.Kind.TAB, 3)),
            new Named("DEIS (ρAB, order 2)", new Deis(Deis.Kind.RHO_AB, 2)),
            new Named("UniPC of order 2 (bh1)", new UniPc(2, UniPc.B.BH1)),
            new Named("UniPC of order 2 (bh2)", new UniPc(2, UniPc.B.BH2)),
            new Named("UniPC of order 3 (bh2)", new UniPc(3, UniPc.B.BH2)),
            new Named("PLMS", new Plms(Plms.Variant.PLMS)),
            new Named("SA-Solver (2, 1)", new SaSolver(2, 1, 1)));

    private Rules() {}

    /// The published rules of this library that a linear step can be; the plainest first, for some are the
    /// same on some processes.
    static List<Named> all() {
        return Stream.of(ONE_EVALUATION, OTHERS, LOOKING_BACK)
                .flatMap(List::stream)
                .toList();
    }

    /// Those with one evaluation that depend on the ends of a step alone: what faults are variants of.
    static List<Named> simple() {
        return ONE_EVALUATION;
    }
}
