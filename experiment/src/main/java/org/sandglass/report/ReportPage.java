package org.sandglass.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sandglass.format.WholeFile;

/// A page as data, shown by one HTML file that needs nothing else.
///
/// The same page gives the same bytes, on any machine.
/// ```java
/// var page = new ReportPage("Two modes", "Four samplers.", List.of(
///         new Section("Errors", List.of(new Block.Drawing(figure, "figures/error.svg")))));
/// page.write(Path.of("report.html"));
/// ```
///
/// @param title the heading, plain text
/// @param lead what it is about in a line or two, plain text; may be empty
/// @param sections in order
public record ReportPage(String title, String lead, List<Section> sections) {
    /// Copies the list.
    public ReportPage {
        sections = List.copyOf(sections);
    }

    /// A part of a page under a heading of its own.
    ///
    /// @param title the heading, plain text
    /// @param blocks what stands there
    public record Section(String title, List<Block> blocks) {
        /// Copies the list.
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// The page.
    ///
    /// @return HTML that is also well-formed XML, ending in a line break
    public String html() {
        return html(new Drawings());
    }

    /// The page, with figures that may have been drawn before.
    String html(Drawings drawings) {
        return new PageWriter(drawings).page(this);
    }

    /// Writes the page as a file, whole or not at all.
    ///
    /// @param file where it will appear
    /// @throws org.sandglass.format.InputException if the file cannot be created
    /// @throws IOException if the machine fails
    public void write(Path file) throws IOException {
        WholeFile.write(file, html());
    }
}
