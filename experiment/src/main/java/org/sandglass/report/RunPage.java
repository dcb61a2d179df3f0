package org.sandglass.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.sandglass.report.ReportPage.Section;
import org.sandglass.run.Evidence;
import org.sandglass.run.SamplerResult;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.FigureKind;

/// The page of a run: results, figures, formulas, references, where it comes from and how to repeat it.
final class RunPage {
    private final Evidence evidence;
    private final List<Exhibit> exhibits;
    private final List<Block.Moving> animations;
    private final String yaml;

    /// @param evidence what was found
    /// @param exhibits its figures
    /// @param animations what moves
    /// @param yaml the written copy of the experiment
    RunPage(Evidence evidence, List<Exhibit> exhibits, List<Block.Moving> animations, String yaml) {
        this.evidence = evidence;
        this.exhibits = exhibits;
        this.animations = animations;
        this.yaml = yaml;
    }

    ReportPage page() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Results", results()));
        for (FigureKind kind : FigureKind.values()) {
            List<Block> blocks = figures(kind);
            if (!blocks.isEmpty() && !isResult(kind)) {
                sections.add(new Section(heading(kind), List.of(new Block.Beside(blocks))));
            }
        }
        if (!animations.isEmpty()) {
            sections.add(new Section("On the way", animations()));
        }
        sections.add(new Section("What was run", run()));
        sections.add(new Section("Formulas", formulas()));
        sections.add(new Section("References", references()));
        sections.add(ProvenanceFacts.section(evidence.provenance()));
        sections.add(ProvenanceFacts.repeat(
                "the samples get the same bytes on any number of threads.",
                "sandglass run experiment.yaml -o ../again"));
        return new ReportPage(title(), lead(), sections);
    }

    private static boolean isResult(FigureKind kind) {
        return kind == FigureKind.ERRORS || kind == FigureKind.MODES;
    }

    private static String heading(FigureKind kind) {
        return kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.word().substring(1);
    }

    private List<Block> figures(FigureKind kind) {
        return exhibits.stream()
                .filter(exhibit -> exhibit.kind() == kind)
                .map(exhibit -> (Block) exhibit.block())
                .toList();
    }

    private String title() {
        String title = evidence.spec().title();
        return title.isEmpty() ? "Samplers against the exact law" : title;
    }

    private String lead() {
        ExperimentSpec spec = evidence.spec();
        int k = evidence.law().mixture().k();
        int samplers = spec.samplers().size();
        return (samplers == 1 ? "One sampler drew " : samplers + " samplers drew ") + Words.count(spec.count())
                + (spec.count() == 1 ? " point" : " points") + (samplers == 1 ? "" : " each") + " from a mixture of "
                + k
                + (k == 1 ? " Gaussian in " : " Gaussians in ") + evidence.law().d()
                + (evidence.law().d() == 1 ? " dimension" : " dimensions") + " under the process "
                + spec.process().name() + ", and every number is compared with the exact answer.";
    }

    private List<Block> results() {
        List<SamplerResult> results =
                evidence.samplers().stream().map(Evidence.OfSampler::result).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("Against the exact marginal at the last time of each grid: value ± standard error,"
                + " beside what exact draws of the same size score. ✓: not told from exact draws, within 4 standard"
                + " errors of the difference."));
        blocks.addAll(ResultRows.tables(results));
        List<Block> data = ResultRows.dataTables(results);
        if (!data.isEmpty()) {
            blocks.add(new Block.Prose("Against the data, for samplers that end before time 0:"));
            blocks.addAll(data);
        }
        List<Block> figures = new ArrayList<>(figures(FigureKind.ERRORS));
        figures.addAll(figures(FigureKind.MODES));
        if (!figures.isEmpty()) {
            blocks.add(new Block.Beside(figures));
        }
        return blocks;
    }

    private List<Block> animations() {
        return List.of(
                new Block.Prose("Drag the slider, or use the arrow keys on it. The exact law at each time is drawn with"
                        + " the points."),
                new Block.Beside(new ArrayList<>(animations)));
    }

    private List<Block> run() {
        ExperimentSpec spec = evidence.spec();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("process", "`" + spec.process().name() + "`");
        facts.put("points per sampler", Words.count(spec.count()));
        facts.put("start", spec.exactStart() ? "exact draws of $pₜ$ at the first time of the grid" : "$N(0, σ(T)² I)$");
        spec.samplers()
                .forEach(sampler -> facts.put(
                        sampler.name(),
                        "`" + sampler.solver().type().word() + "`, "
                                + sampler.solver().type().facts().title() + "; "
                                + sampler.grid().steps()
                                + (sampler.grid().steps() == 1 ? " step" : " steps") + " from time "
                                + Words.number(sampler.grid().from()) + " to "
                                + Words.number(sampler.grid().to())));
        return List.of(
                new Block.Facts(facts),
                new Block.Folded("The experiment file with every default", List.of(new Block.Listing(yaml))));
    }

    private List<Block> formulas() {
        return List.of(new Block.Prose(SolverFormulas.NOTATION), new Block.Facts(Formulas.of(evidence.spec())));
    }

    private List<Block> references() {
        return List.of(
                new Block.Prose("The works behind the process, the samplers and the metrics of this run."),
                new Block.References(Citations.of(evidence.spec())));
    }
}
