package org.sandglass.solver;

import static org.sandglass.testing.Near.near;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Step;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Processes;
import org.sandglass.testing.Reference;

/// Whole trajectories on grids of unequal steps, against 40 digits: DEIS by quadrature of its integrals,
/// DPM-Solver++ and UniPC by the differences and equations of the published programs, PNDM by its paper.
///
/// 7 steps, each with some 20 roundings of numbers up to 50 under `edm`: within 1e-12 of `1 + |x|`.
class MultistepReferenceTest {
    private static final WarmUp LOWER = new WarmUp.LowerOrder();

    @TestFactory
    Stream<DynamicTest> walksAsItsDefinitionDoes() {
        return Reference.read("multistep_mpmath.json")
                .get("cases")
                .elements()
                .flatMap(process -> process.get("runs")
                        .keys()
                        .map(name -> DynamicTest.dynamicTest(
                                process.text("process") + ", " + name, () -> compare(process, name))));
    }

    private static void compare(Reference process, String name) {
        NoiseSchedule schedule = schedule(process.text("process"));
        TimeGrid grid = TimeGrid.of(schedule, process.doubles("grid"));
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, schedule);
        Points start = Points.of(new double[] {process.number("start")});
        Trajectory way;
        try (Workers workers = Workers.of(1)) {
            way = new Sampler(step(name), grid)
                    .run(denoiser, start, RandomStreams.of(1), workers, new Recording.Every(1), StepObserver.quiet());
        }
        double[] points =
                way.states().stream().skip(1).mapToDouble(x -> x.get(0, 0)).toArray();
        near(name, points, process.get("runs").doubles(name), 1e-12);
    }

    private static NoiseSchedule schedule(String name) {
        return switch (name) {
            case "vp-linear" -> LinearVp.standard();
            case "edm" -> Edm.standard();
            case "flow" -> Flow.standard();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Step step(String name) {
        String[] words = name.split("-", -1);
        return switch (words[0]) {
            case "2m" -> new DpmSolverPlusPlus2M(LOWER, lastSteps(name));
            case "3m" -> new DpmSolverPlusPlus3M(curvature(name), LOWER, lastSteps(name));
            case "unipc" -> uniPc(words, lastSteps(name));
            case "deis" ->
                new Deis(words[1].equals("tab") ? Deis.Kind.TAB : Deis.Kind.RHO_AB, Integer.parseInt(words[2]));
            case "plms" -> new Plms(Plms.Variant.PLMS);
            case "f" -> new Plms(Plms.Variant.F_PNDM);
            case "s" -> new Plms(Plms.Variant.S_PNDM);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Step uniPc(String[] words, LastSteps lastSteps) {
        return new UniPc(
                Integer.parseInt(words[1]),
                words[2].equals("bh1") ? UniPc.B.BH1 : UniPc.B.BH2,
                words[3].equals("c") ? UniPc.Corrector.UNI_C : UniPc.Corrector.NONE,
                words[4].equals("data") ? Form.DATA : Form.NOISE,
                LOWER,
                lastSteps);
    }

    /// The program of UniPC lowers the order on any grid, that of DPM-Solver++ on these, of 7 steps.
    private static LastSteps lastSteps(String name) {
        if (!name.endsWith("lower")) {
            return LastSteps.FULL_ORDER;
        }
        return name.startsWith("unipc") ? LastSteps.LOWER_ORDER : LastSteps.LOWER_ORDER_IF_FEW;
    }

    /// The published programs have half of the second derivative.
    private static DpmSolverPlusPlus3M.Curvature curvature(String name) {
        return name.endsWith("published")
                ? DpmSolverPlusPlus3M.Curvature.AS_PUBLISHED
                : DpmSolverPlusPlus3M.Curvature.EXACT;
    }
}
