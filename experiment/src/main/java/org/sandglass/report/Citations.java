package org.sandglass.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sandglass.compare.CompareResults;
import org.sandglass.compare.Finding;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.GridChoice;
import org.sandglass.specification.Guidance;
import org.sandglass.specification.SamplerSpec;
import org.sandglass.specification.SolverSpec;
import org.sandglass.specification.SolverType;

/// The works behind what an experiment ran: of its process, its samplers with their grids, and its metrics.
public final class Citations {
    private Citations() {}

    /// The works behind an experiment.
    ///
    /// @param spec what ran
    /// @return each once, in the order of their years
    public static List<Citation> of(ExperimentSpec spec) {
        Set<Work> works = new LinkedHashSet<>(ofProcess(spec.process().name()));
        for (SamplerSpec sampler : spec.samplers()) {
            works.addAll(ofSolver(sampler.solver()));
            works.addAll(ofGrid(String.valueOf(sampler.gridDocument().get("type"))));
            if (sampler.guidance() == Guidance.TMP) {
                works.add(Work.MOMENT_PROJECTION);
            }
        }
        if (!spec.samplers().isEmpty()) {
            spec.metrics().forEach(metric -> works.addAll(ofMetric(metric)));
        }
        return ordered(works);
    }

    /// The works behind a comparison, and behind the ways in which its errors were found.
    ///
    /// @param results what came of it
    /// @return each once, in the order of their years
    public static List<Citation> of(CompareResults results) {
        CompareSpec spec = results.spec();
        Set<Work> works = new LinkedHashSet<>();
        for (GridChoice setting : spec.settings()) {
            works.addAll(ofProcess(setting.process().name()));
            setting.gridTypes().forEach(grid -> works.addAll(ofGrid(grid)));
        }
        spec.solvers().forEach(solver -> works.addAll(ofSolver(solver.value())));
        results.findings().forEach(finding -> works.addAll(ofErrors(finding, spec.metrics())));
        return ordered(works);
    }

    private static Set<Work> ofErrors(Finding finding, List<String> metrics) {
        Set<Work> works = new LinkedHashSet<>();
        metrics.stream().filter(finding.errors()::contains).forEach(metric -> works.addAll(ofMetric(metric)));
        if (finding.isPropagated()) {
            works.addAll(List.of(Work.BETWEEN_GAUSSIANS, Work.GAUSSIAN_SAMPLERS));
        }
        if (finding.isOnTheLine()) {
            works.add(Work.ON_THE_LINE);
        }
        if (finding.hasFlow()) {
            works.add(Work.DORMAND_PRINCE);
        }
        return works;
    }

    /// Those of the rule and of the rules that it is made of.
    private static Set<Work> ofSolver(SolverSpec solver) {
        Set<Work> works = new LinkedHashSet<>(ofSolver(solver.type()));
        solver.parts().values().forEach(part -> works.addAll(ofSolver(part)));
        return works;
    }

    /// The works behind some solvers, processes and metrics.
    ///
    /// @param solvers what drew
    /// @param processes names of processes, as in `vp-linear`
    /// @param metrics names of metrics
    /// @return each once, in the order of their years
    public static List<Citation> of(List<SolverType> solvers, List<String> processes, List<String> metrics) {
        Set<Work> works = new LinkedHashSet<>();
        solvers.forEach(solver -> works.addAll(ofSolver(solver)));
        processes.forEach(process -> works.addAll(ofProcess(process)));
        metrics.forEach(metric -> works.addAll(ofMetric(metric)));
        return ordered(works);
    }

    private static List<Citation> ordered(Set<Work> works) {
        return works.stream()
                .map(Work::citation)
                .sorted(Comparator.comparingInt(Citation::year).thenComparing(Citation::title))
                .toList();
    }

    /// Those that the registry names as the solver's source; of two works of the same authors and year,
    /// the one that suits its name.
    static Set<Work> ofSolver(SolverType solver) {
        Set<Work> works = new LinkedHashSet<>();
        Work.all().stream()
                .filter(work -> work.isNamedIn(solver.facts().source()))
                .forEach(works::add);
        if (works.contains(Work.DPM_SOLVER) && works.contains(Work.DPM_SOLVER_PLUS_PLUS)) {
            boolean second =
                    solver.word().contains("plus-plus") || solver.word().contains("++");
            works.remove(second ? Work.DPM_SOLVER : Work.DPM_SOLVER_PLUS_PLUS);
        }
        return works;
    }

    static Set<Work> ofProcess(String process) {
        return switch (process) {
            case "vp-linear", "sub-vp", "ve" -> Set.of(Work.SCORE_SDE);
            case "vp-cosine" -> Set.of(Work.IDDPM);
            case "karras", "edm" -> Set.of(Work.EDM);
            case "flow" -> Set.of(Work.FLOW_MATCHING, Work.RECTIFIED_FLOW);
            case "interpolant" -> Set.of(Work.FLOW_MATCHING, Work.INTERPOLANTS);
            case "ddpm" -> Set.of(Work.DDPM);
            default -> Set.of();
        };
    }

    static Set<Work> ofGrid(String grid) {
        return switch (grid) {
            case "karras" -> Set.of(Work.EDM);
            case "iddpm" -> Set.of(Work.IDDPM);
            case "quadratic" -> Set.of(Work.DDIM);
            case "log-snr" -> Set.of(Work.DPM_SOLVER);
            default -> Set.of();
        };
    }

    static Set<Work> ofMetric(String metric) {
        String name = metric.replaceFirst(":.*", "");
        if (name.startsWith("sliced-w")) {
            return Set.of(Work.SLICED, Work.SLICED_AND_RADON);
        }
        if (name.startsWith("mmd")) {
            return Set.of(Work.KERNELS);
        }
        return switch (name) {
            case "max-sliced-w1", "max-sliced-w2" -> Set.of(Work.MAX_SLICED);
            case "w1-exact-1d", "w2-exact-1d" -> Set.of(Work.ON_THE_LINE);
            case "w1", "w2", "torus-w2" -> Set.of(Work.TRANSPORT);
            case "energy-distance", "energy-distance-exact" -> Set.of(Work.ENERGY);
            default -> Set.of();
        };
    }
}
