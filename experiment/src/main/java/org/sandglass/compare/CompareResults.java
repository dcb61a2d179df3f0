package org.sandglass.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.run.Provenance;
import org.sandglass.specification.CompareSpec;

/// What came of a comparison. Immutable.
public final class CompareResults {
    private final CompareSpec spec;
    private final Provenance provenance;
    private final List<Group> groups;

    CompareResults(CompareSpec spec, Provenance provenance, List<Group> groups) {
        this.spec = spec;
        this.provenance = provenance;
        this.groups = List.copyOf(groups);
    }

    CompareSpec spec() {
        return spec;
    }

    List<Group> groups() {
        return groups;
    }

    /// What `results.json` holds.
    ///
    /// @return provenance, the orders of all curves, and a row for each cell
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        if (!spec.title().isEmpty()) {
            document.put("title", spec.title());
        }
        document.put("provenance", provenance.toDocument());
        document.put("count", spec.count());
        document.put("repeats", spec.repeats());
        document.put("seconds-are", secondsAre());
        document.put("groups", groups.stream().map(CompareResults::group).toList());
        return document;
    }

    /// What the seconds of a row are.
    String secondsAre() {
        return "drawing " + spec.count() + " points on " + provenance.threads()
                + (provenance.threads() == 1 ? " thread" : " threads")
                + " after a run of up to 1024 points for warming up; or finding the error, where nothing is drawn";
    }

    private static SequencedMap<String, Object> group(Group group) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("mixture", group.mixture());
        document.put("process", group.process());
        document.put("components", group.components());
        document.put("dimension", group.dimension());
        document.put("error", group.headline());
        document.put("orders", group.lines().stream().map(CompareResults::order).toList());
        document.put(
                "rows",
                group.lines().stream()
                        .flatMap(line -> line.rows().stream())
                        .map(Row::toDocument)
                        .toList());
        return document;
    }

    private static SequencedMap<String, Object> order(Group.Line line) {
        SequencedMap<String, Object> document = line.order().toDocument();
        document.putFirst("stochastic", line.stochastic());
        document.putFirst("grid", line.grid());
        document.putFirst("sampler", line.solver());
        return document;
    }
}
