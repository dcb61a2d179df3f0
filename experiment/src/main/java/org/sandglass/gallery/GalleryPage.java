package org.sandglass.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.report.Block;
import org.sandglass.report.ReportPage;
import org.sandglass.report.ReportPage.Section;
import org.sandglass.specification.GallerySpec;

/// The index of a gallery: a section for each part, with its figures, its numbers, and what is still to come.
///
/// @param spec what was asked for
/// @param shown what came of each group, in the order of the groups
record GalleryPage(GallerySpec spec, List<GalleryRun.Shown> shown) {
    ReportPage page() {
        List<Section> sections = new ArrayList<>();
        List<String> titles = spec.parts().stream().map(GallerySpec.Part::title).toList();
        sections.add(new Section("Contents", List.of(new Block.Contents(titles))));
        spec.parts().stream().map(this::section).forEach(sections::add);
        return new ReportPage(spec.title(), spec.text(), sections);
    }

    private Section section(GallerySpec.Part part) {
        List<Block> blocks = new ArrayList<>();
        if (!part.document().isEmpty()) {
            blocks.add(new Block.Source(part.document(), part.link()));
        }
        if (!part.text().isEmpty()) {
            blocks.add(new Block.Prose(part.text()));
        }
        shown.stream().filter(one -> part.groups().contains(one.group())).forEach(one -> blocks.addAll(group(one)));
        if (!part.waiting().isEmpty()) {
            blocks.add(new Block.Heading("Still to come", ""));
            blocks.add(new Block.Facts(waiting(part)));
        }
        return new Section(part.title(), blocks);
    }

    private static List<Block> group(GalleryRun.Shown one) {
        String name = one.group().name();
        List<Block> blocks = new ArrayList<>();
        String title = one.group().experiment().title();
        blocks.add(new Block.Heading(title.isEmpty() ? name : title, name + "/report.html"));
        if (!one.group().text().isEmpty()) {
            blocks.add(new Block.Prose(one.group().text()));
        }
        for (List<Block.Drawing> row : one.figures().rows()) {
            blocks.add(new Block.Beside(row.stream()
                    .map(drawing -> (Block) new Block.Drawing(drawing.figure(), name + "/" + drawing.file()))
                    .toList()));
        }
        one.numbers().ifPresent(blocks::add);
        return blocks;
    }

    /// What is waited for, and all that waits for it.
    private static SequencedMap<String, String> waiting(GallerySpec.Part part) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        part.waiting().forEach(one -> facts.merge("waits for " + one.needs(), one.figure(), (a, b) -> a + "; " + b));
        return facts;
    }
}
