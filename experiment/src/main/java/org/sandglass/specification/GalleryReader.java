package org.sandglass.specification;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sandglass.format.FolderContents;
import org.sandglass.specification.GallerySpec.Moment;

/// Reads a gallery file and all its experiments; remembers the folders that are taken.
final class GalleryReader {
    private final Set<String> names = new HashSet<>();

    GallerySpec read(Path file) {
        Node root = Documents.read(Source.file(file)).known(List.of("title", "text", "parts"));
        List<GallerySpec.Part> parts =
                root.get("parts").items().stream().map(this::part).toList();
        return new GallerySpec(root.get("title").text(), text(root, "text"), parts);
    }

    private static String text(Node node, String key) {
        return node.find(key).map(Node::text).map(String::strip).orElse("");
    }

    private GallerySpec.Part part(Node node) {
        node.known(List.of("title", "document", "link", "text", "groups", "waiting"));
        return new GallerySpec.Part(
                node.get("title").text(),
                text(node, "document"),
                text(node, "link"),
                text(node, "text"),
                node.get("groups").items().stream().map(this::group).toList(),
                node.find("waiting")
                        .map(waiting -> waiting.items().stream()
                                .map(GalleryReader::waiting)
                                .toList())
                        .orElse(List.of()));
    }

    private GallerySpec.Group group(Node node) {
        node.known(List.of("spec", "name", "text", "numbers"));
        Node spec = node.get("spec");
        String name = node.find("name").map(Node::text).orElseGet(() -> FileNames.base(spec.file()));
        if (!name.matches("[\\w.-]*\\w") || FolderContents.GALLERY.marks().contains(name)) {
            throw node.error("needs a name of letters, digits, - and _ for its folder, got \"" + name + "\"");
        }
        if (!names.add(name)) {
            throw spec.error("needs another name: the folder " + name + " is that of a group before it");
        }
        ExperimentSpec experiment = ExperimentSpec.read(spec.file());
        List<GallerySpec.Printed> numbers = node.find("numbers")
                .map(list -> list.items().stream()
                        .map(item -> printed(item, experiment))
                        .toList())
                .orElse(List.of());
        return new GallerySpec.Group(name, experiment, text(node, "text"), numbers);
    }

    private static GallerySpec.Printed printed(Node node, ExperimentSpec experiment) {
        node.known(List.of("sampler", "mean", "std", "printed", "note"));
        if (node.has("mean") == node.has("std")) {
            throw node.error("needs exactly one of mean, std: a coordinate");
        }
        List<String> samplers =
                experiment.samplers().stream().map(SamplerSpec::name).toList();
        Moment moment = node.has("mean") ? Moment.MEAN : Moment.STD;
        return new GallerySpec.Printed(
                node.find("sampler").map(name -> name.word(samplers)),
                moment,
                node.get(moment == Moment.MEAN ? "mean" : "std").count(0),
                node.get("printed").finite(),
                text(node, "note"));
    }

    private static GallerySpec.Waiting waiting(Node node) {
        node.known(List.of("figure", "needs"));
        return new GallerySpec.Waiting(
                node.get("figure").text(), node.get("needs").text());
    }
}
