package org.sandglass.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the page: `Report FOLDER FILE` makes it of what `bench/run` left in the folder.
public final class Report {
    private Report() {}

    /// Reads, renders, writes.
    ///
    /// @param args the folder of results, and the file to write
    /// @throws IOException if a file cannot be read or written
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[1]), Page.of(Results.read(Path.of(args[0]))));
    }
}
