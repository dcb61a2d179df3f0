package org.sandglass.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.report.ReportPage.Section;
import org.sandglass.run.Evidence;
import org.sandglass.run.SamplerResult;
import org.sandglass.specification.FigureKind;

/// The page of a run: results, figures, formulas, references, where it comes from and how to repeat it.
final class RunPage {
    private final Evidence evidence;
    private final RunWords words;
    private final List<Exhibit> exhibits;
    private final List<Block.Moving> animations;
    private final String yaml;

    /// @param evidence what was found
    /// @param exhibits its figures
    /// @param animations what moves
    /// @param yaml the written copy of the experiment
    RunPage(Evidence evidence, List<Exhibit> exhibits, List<Block.Moving> animations, String yaml) {
        this.evidence = evidence;
        this.words = new RunWords(evidence);
        this.exhibits = exhibits;
        this.animations = animations;
        this.yaml = yaml;
    }

    ReportPage page() {
        List<Section> sections = new ArrayList<>();
        if (!evidence.samplers().isEmpty()) {
            sections.add(new Section("Results", results()));
        }
        for (FigureKind kind : FigureKind.values()) {
            List<Block> blocks = figures(kind);
            if (!blocks.isEmpty() && !isResult(kind)) {
                sections.add(new Section(RunWords.heading(kind), shown(kind, blocks)));
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
        return new ReportPage(words.title(), words.lead(), sections);
    }

    private static boolean isResult(FigureKind kind) {
        return kind == FigureKind.ERRORS || kind == FigureKind.MODES;
    }

    /// Figures beside each other; under those of a posterior, what became of the weights.
    private List<Block> shown(FigureKind kind, List<Block> figures) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Beside(figures)));
        if (kind == FigureKind.POSTERIOR) {
            evidence.given().ifPresent(given -> blocks.add(PosteriorText.weights(given.prior(), given.posterior())));
        }
        return blocks;
    }

    private List<Block> figures(FigureKind kind) {
        return exhibits.stream()
                .filter(exhibit -> exhibit.kind() == kind)
                .map(exhibit -> (Block) exhibit.block())
                .toList();
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
        return List.of(
                new Block.Facts(words.facts()),
                new Block.Folded("The experiment file with every default", List.of(new Block.Listing(yaml))));
    }

    private List<Block> formulas() {
        SequencedMap<String, String> formulas = new LinkedHashMap<>();
        evidence.given().ifPresent(_ -> formulas.putAll(PosteriorText.formulas()));
        formulas.putAll(Formulas.of(evidence.spec()));
        Block facts = new Block.Facts(formulas);
        return evidence.samplers().isEmpty()
                ? List.of(facts)
                : List.of(new Block.Prose(SolverFormulas.NOTATION), facts);
    }

    private List<Block> references() {
        return List.of(
                new Block.Prose(
                        evidence.samplers().isEmpty()
                                ? "The works behind the process."
                                : "The works behind the process, the samplers and the metrics of this run."),
                new Block.References(Citations.of(evidence.spec())));
    }
}
