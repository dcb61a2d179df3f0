package org.sandglass.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.sandglass.compare.CompareResults;
import org.sandglass.figure.ErrorFigure;

/// Shows a comparison by `report.html`, and by its figure as a file.
///
/// @param complaints told in a line what could not be made, as PNG on a machine without fonts
public record CompareReport(Consumer<String> complaints) implements CompareResults.Showing {
    @Override
    public void show(CompareResults results, Path folder) throws IOException {
        Optional<ErrorFigure> figure = results.figure();
        Drawings drawings = new Drawings();
        if (figure.isPresent()) {
            write(figure.get(), FigureFiles.in(folder, drawings, complaints));
        }
        String yaml = Files.readString(folder.resolve("compare.yaml"), StandardCharsets.UTF_8);
        String html = new ComparePage(results, figure, yaml).page().html(drawings);
        Files.writeString(folder.resolve("report.html"), html, StandardCharsets.UTF_8);
    }

    private static void write(ErrorFigure figure, FigureFiles files) throws IOException {
        try {
            files.write(ComparePage.FIGURE, figure);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
