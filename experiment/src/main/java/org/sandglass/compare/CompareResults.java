package org.sandglass.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.figure.ErrorFigure;
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

    /// Shows what was found: writes further files into the folder of a comparison.
    public interface Showing {
        /// Nothing more is shown.
        Showing NOTHING = (_, _) -> {};

        /// Writes them.
        ///
        /// @param results what was found
        /// @param folder the folder in the making
        /// @throws IOException if the machine fails
        void show(CompareResults results, Path folder) throws IOException;
    }

    /// What was compared.
    ///
    /// @return the specification
    public CompareSpec spec() {
        return spec;
    }

    /// What compared it.
    ///
    /// @return versions, machine, seed and date
    public Provenance provenance() {
        return provenance;
    }

    /// A line for people.
    ///
    /// @return the title of the specification, or another one if it has none
    public String title() {
        return spec.title().isEmpty() ? "Samplers compared" : spec.title();
    }

    /// What was found out, in tables.
    ///
    /// @return a finding for each mixture and process
    public List<Finding> findings() {
        return groups.stream().map(group -> Finding.of(this, group)).toList();
    }

    /// Error against evaluations.
    ///
    /// @return the figure, or nothing if no cell has an error
    public Optional<ErrorFigure> figure() {
        return ErrorFigures.of(this);
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
