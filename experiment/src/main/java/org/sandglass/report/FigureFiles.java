package org.sandglass.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Png;

/// Figures as files beside a page: SVG, and PNG where the machine has fonts.
///
/// @param folder the page's
/// @param drawings that the page will show
/// @param hasPixels whether there are PNG files
record FigureFiles(Path folder, Drawings drawings, boolean hasPixels) {
    /// Pixels of a PNG for a pixel of its figure.
    private static final double SCALE = 2;

    /// Makes the folder `figures`; what is missing for PNG is told once.
    static FigureFiles in(Path folder, Drawings drawings, Consumer<String> complaints) throws IOException {
        Files.createDirectories(folder.resolve("figures"));
        Optional<String> missing = Png.missing();
        missing.ifPresent(complaints);
        return new FigureFiles(folder, drawings, missing.isEmpty());
    }

    /// Writes a figure, drawn in both themes for the page as well.
    ///
    /// @param file relative to the page, ending in `.svg`
    /// @throws UncheckedIOException if the machine fails
    void write(String file, Figure figure) {
        try {
            String svg = drawings.light(figure);
            drawings.dark(figure);
            Files.writeString(folder.resolve(file), svg, StandardCharsets.UTF_8);
            if (hasPixels) {
                Files.write(folder.resolve(file.replaceFirst("\\.svg$", ".png")), Png.bytes(svg, SCALE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
