package org.sandglass.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.compare.CompareResults;
import org.sandglass.compare.CompareTable;
import org.sandglass.compare.ErrorTable;
import org.sandglass.compare.Finding;
import org.sandglass.figure.ErrorFigure;
import org.sandglass.report.Block.Cell;
import org.sandglass.report.ReportPage.Section;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.GridChoice;

/// The page of a comparison: figure, tables with what their numbers are, formulas, references, where it comes from
/// and how to repeat it.
///
/// @param results what was found
/// @param figure error against evaluations, if any cell has an error
/// @param yaml the written copy of the specification
record ComparePage(CompareResults results, Optional<ErrorFigure> figure, String yaml) {
    /// The figure's file, relative to the page.
    static final String FIGURE = "figures/error.svg";

    ReportPage page() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Error against evaluations", overview()));
        results.findings().forEach(finding -> sections.add(section(finding)));
        sections.add(new Section("What was compared", compared()));
        sections.add(new Section(
                "Formulas", List.of(new Block.Prose(SolverFormulas.NOTATION), new Block.Facts(Formulas.of(results)))));
        sections.add(new Section(
                "References",
                List.of(
                        new Block.Prose("The works behind the processes, the samplers and the errors."),
                        new Block.References(Citations.of(results)))));
        sections.add(ProvenanceFacts.section(results.provenance()));
        sections.add(ProvenanceFacts.repeat(
                "all numbers but the seconds are the same on any number of threads.",
                "sandglass compare compare.yaml -o ../again"));
        return new ReportPage(results.title(), lead(), sections);
    }

    private String lead() {
        CompareSpec spec = results.spec();
        int samplers = spec.solvers().size();
        int findings = results.findings().size();
        return (samplers == 1 ? "One sampler" : samplers + " samplers") + " with "
                + Words.listed(spec.columns()) + " " + spec.budget().word()
                + (findings == 1 ? "" : " on " + findings + " pairs of a mixture and a process")
                + ", each judged against the exact answer.";
    }

    private List<Block> overview() {
        List<Block> blocks = new ArrayList<>();
        figure.ifPresent(drawn -> blocks.add(new Block.Drawing(drawn, FIGURE)));
        blocks.add(new Block.Prose("In the tables below, with ± one standard error where numbers were drawn:"));
        blocks.add(new Block.Facts(CompareTable.legend(results)));
        return blocks;
    }

    private static Section section(Finding finding) {
        List<Block> blocks = new ArrayList<>();
        finding.tables().forEach(table -> blocks.add(block(table)));
        SequencedMap<String, String> methods = new LinkedHashMap<>();
        finding.methods().forEach((method, solvers) -> methods.put(method, String.join(", ", solvers)));
        blocks.add(new Block.Prose("How errors were found, and of which samplers:"));
        blocks.add(new Block.Facts(methods));
        if (!finding.others().isEmpty()) {
            List<Block> others =
                    finding.others().stream().map(ComparePage::block).toList();
            blocks.add(new Block.Folded("Other errors of the same runs", others));
        }
        return new Section(finding.title(), blocks);
    }

    private static Block block(ErrorTable table) {
        List<List<Cell>> rows = table.rows().stream()
                .map(row -> row.stream().map(ComparePage::cell).toList())
                .toList();
        return new Block.Table(table.heading(), table.header(), rows);
    }

    private static Cell cell(ErrorTable.Entry entry) {
        Cell.Mark mark = switch (entry.look()) {
            case PLAIN, LEAST -> Cell.Mark.NONE;
            case AT_FLOOR -> Cell.Mark.GOOD;
            case FAILED -> Cell.Mark.BAD;
        };
        return new Cell(entry.signed(), entry.error(), mark);
    }

    private List<Block> compared() {
        CompareSpec spec = results.spec();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        results.findings()
                .forEach(finding ->
                        facts.put(finding.title(), "K = " + finding.components() + ", D = " + finding.dimension()));
        for (GridChoice setting : spec.settings()) {
            facts.put("grids of " + setting.name(), code(setting.grids()));
        }
        spec.solvers()
                .forEach(solver -> facts.put(
                        solver.name(),
                        "`" + solver.value().type().word() + "`, "
                                + solver.value().type().facts().title()));
        facts.put(spec.budget().word(), Words.listed(spec.columns()));
        facts.put("start", spec.exactStart() ? "exact draws of $pₜ$ at the first time of the grid" : "$N(0, σ(T)² I)$");
        facts.put("after the grid", after(spec));
        facts.put("draws, where there are some", draws(spec));
        return List.of(
                new Block.Facts(facts),
                new Block.Folded("The comparison file with every default", List.of(new Block.Listing(yaml))));
    }

    private static String code(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }

    private static String after(CompareSpec spec) {
        return switch (spec.finale()) {
            case NONE -> "nothing";
            case DENOISE -> "$E[x₀ | x]$, one more evaluation";
            case ZERO -> "one more step, to time 0";
        };
    }

    private static String draws(CompareSpec spec) {
        return Words.count(spec.count()) + " points"
                + (spec.repeats() == 1 ? "" : ", " + spec.repeats() + " times over")
                + ", with common random numbers: all samplers start at the same points, take the same noise in a step"
                + " and are compared with the same exact draws";
    }
}
