package org.sandglass.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a folder of ours holds, so that it is known again and never mistaken for a person's own folder.
///
/// @param marks files that it always holds, as `results.json`
/// @param others further files that it may hold, as patterns of relative paths: `samples-*.npz`,
/// `figures/*.svg`
public record FolderContents(List<String> marks, List<String> others) {
    /// A run's folder.
    public static final FolderContents RUN = new FolderContents(
            List.of("experiment.yaml", "results.json"),
            List.of("samples-*.npz", "figures/*.svg", "figures/*.png", "figures/*.gif", "report.html"));

    /// A comparison's folder.
    public static final FolderContents COMPARISON = new FolderContents(
            List.of("compare.yaml", "results.json"),
            List.of("table.md", "table.csv", "figures/*.svg", "figures/*.png", "report.html"));

    /// A gallery's folder: a page, and a folder of a run for each of its groups.
    public static final FolderContents GALLERY = new FolderContents(
            List.of("index.html", "gallery.yaml"),
            List.of(
                    "*/experiment.yaml",
                    "*/results.json",
                    "*/report.html",
                    "*/samples-*.npz",
                    "*/figures/*.svg",
                    "*/figures/*.png",
                    "*/figures/*.gif"));

    /// Copies the lists.
    public FolderContents {
        marks = List.copyOf(marks);
        others = List.copyOf(others);
    }

    /// Looks for a reason not to replace a folder.
    ///
    /// @param folder an existing folder
    /// @return why it is not ours, or nothing if it is ours or empty
    /// @throws IOException if it cannot be read
    Optional<String> foreign(Path folder) throws IOException {
        try (Stream<Path> all = Files.find(folder, Integer.MAX_VALUE, (_, attributes) -> !attributes.isDirectory())) {
            Optional<Path> stranger =
                    all.map(folder::relativize).filter(file -> !allows(file)).findFirst();
            return stranger.isPresent()
                    ? stranger.map(file -> "holds " + file + ", which is not of an earlier run")
                    : missingMark(folder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<String> missingMark(Path folder) throws IOException {
        if (FileTree.isEmpty(folder)) {
            return Optional.empty();
        }
        return marks.stream()
                .filter(mark -> !Files.isRegularFile(folder.resolve(mark)))
                .findFirst()
                .map(mark -> "is not an earlier run: it is not empty and holds no " + mark);
    }

    private boolean allows(Path file) {
        return marks.contains(file.toString())
                || others.stream().anyMatch(pattern -> matcher(pattern).matches(file));
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
}
