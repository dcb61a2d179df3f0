package org.sandglass.specification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// A gallery as data: parts, each with experiments and the figures that are still to come. Immutable.
///
/// @param title the heading
/// @param text what it is about, plain
/// @param parts in order
public record GallerySpec(String title, String text, List<Part> parts) {
    /// Copies the list.
    public GallerySpec {
        parts = List.copyOf(parts);
    }

    /// The figures of one document.
    ///
    /// @param title the heading
    /// @param document where they come from, plain
    /// @param link to the document; may be empty
    /// @param text what there is to see, marked as in [a page](org.sandglass.report.Block)
    /// @param groups in order
    /// @param waiting what cannot be drawn yet
    public record Part(
            String title, String document, String link, String text, List<Group> groups, List<Waiting> waiting) {
        /// Copies the lists.
        public Part {
            groups = List.copyOf(groups);
            waiting = List.copyOf(waiting);
        }
    }

    /// One experiment.
    ///
    /// @param name of its folder: that of its file without suffix
    /// @param experiment what to run
    /// @param text what to see in it, marked
    /// @param numbers what the document says
    public record Group(String name, ExperimentSpec experiment, String text, List<Printed> numbers) {
        /// Copies the list.
        public Group {
            numbers = List.copyOf(numbers);
        }
    }

    /// A number that the document prints.
    ///
    /// @param sampler whose points it belongs to; empty for the law that is sampled
    /// @param moment of which it is
    /// @param coordinate of the points, from 0
    /// @param value as printed
    /// @param note what it was computed from, plain; may be empty
    public record Printed(Optional<String> sampler, Moment moment, int coordinate, double value, String note) {}

    /// What of a coordinate is printed.
    public enum Moment {
        /// The mean.
        MEAN,
        /// The standard deviation.
        STD
    }

    /// A figure that is not drawn.
    ///
    /// @param figure what it shows, plain
    /// @param needs what it waits for, plain
    public record Waiting(String figure, String needs) {}

    /// Reads a gallery file and all its experiments.
    ///
    /// @param file the file
    /// @return what it says
    /// @throws InputException naming file, key and value of the first mistake
    public static GallerySpec read(Path file) {
        return new GalleryReader().read(file);
    }

    /// This gallery with one seed for all of its experiments.
    ///
    /// @param seed the seed
    /// @return all else the same
    public GallerySpec withSeed(long seed) {
        return new GallerySpec(
                title,
                text,
                parts.stream()
                        .map(part -> new Part(
                                part.title,
                                part.document,
                                part.link,
                                part.text,
                                part.groups.stream()
                                        .map(group -> new Group(
                                                group.name, group.experiment.withSeed(seed), group.text, group.numbers))
                                        .toList(),
                                part.waiting))
                        .toList());
    }

    /// The entries of a gallery file in a folder that holds a folder for each group, with its experiment.
    ///
    /// @return keys and values as they are read
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("title", title);
        document.put("text", text);
        document.put("parts", parts.stream().map(GallerySpec::document).toList());
        return document;
    }

    private static SequencedMap<String, Object> document(Part part) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("title", part.title);
        document.put("document", part.document);
        document.put("link", part.link);
        document.put("text", part.text);
        document.put("groups", part.groups.stream().map(GallerySpec::document).toList());
        document.put(
                "waiting",
                part.waiting.stream()
                        .map(one -> Map.of("figure", one.figure, "needs", one.needs))
                        .toList());
        return document;
    }

    private static SequencedMap<String, Object> document(Group group) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("spec", group.name + "/experiment.yaml");
        document.put("name", group.name);
        document.put("text", group.text);
        document.put(
                "numbers", group.numbers.stream().map(GallerySpec::document).toList());
        return document;
    }

    private static SequencedMap<String, Object> document(Printed printed) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        printed.sampler.ifPresent(name -> document.put("sampler", name));
        document.put(printed.moment == Moment.MEAN ? "mean" : "std", printed.coordinate);
        document.put("printed", printed.value);
        document.put("note", printed.note);
        return document;
    }
}
