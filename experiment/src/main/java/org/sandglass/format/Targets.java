package org.sandglass.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Output paths as the caller names them, made absolute.
final class Targets {
    /// More links than this in a row are a circle.
    private static final int MOST_LINKS = 40;

    private Targets() {}

    /// The path that a rename must replace: absolute, with symbolic links at its end followed, so that a link
    /// stays a link.
    ///
    /// @param target as the caller named it
    /// @return the path behind it, existing or not
    /// @throws IOException if a link cannot be read
    static Path resolved(Path target) throws IOException {
        Path path = target.toAbsolutePath().normalize();
        for (int links = 0; Files.isSymbolicLink(path); links++) {
            if (links == MOST_LINKS) {
                throw InputException.in(target, "is a circle of symbolic links");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
        }
        if (path.getFileName() == null) {
            throw InputException.in(target, "is the root folder, a name was needed");
        }
        return path;
    }
}
