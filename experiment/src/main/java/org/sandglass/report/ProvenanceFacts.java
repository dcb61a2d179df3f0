package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.report.ReportPage.Section;
import org.sandglass.run.Provenance;

/// What made the results, and how to make them again.
final class ProvenanceFacts {
    private ProvenanceFacts() {}

    /// Version, machine, seed and date.
    static Section section(Provenance of) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Sandglass", of.version());
        facts.put("Java", of.java());
        facts.put("system", of.os());
        facts.put("processor", of.cpu());
        facts.put("array operations", of.arrayOperations());
        facts.put("seed", Long.toString(of.seed()));
        facts.put("threads", of.threads() + "; the numbers do not depend on it");
        facts.put("date", of.date().toString());
        return new Section("Provenance", List.of(new Block.Facts(facts)));
    }

    /// A command in the folder of the page, and what it gives again.
    static Section repeat(String what, String command) {
        return new Section(
                "How to repeat it",
                List.of(new Block.Prose("In the folder of this page; " + what), new Block.Listing(command)));
    }
}
