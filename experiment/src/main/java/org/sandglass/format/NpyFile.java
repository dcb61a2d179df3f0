package org.sandglass.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// Opens `.npy` files.
final class NpyFile {
    private NpyFile() {}

    /// Opens the array of a file.
    ///
    /// @param source names it in messages
    /// @param file where it is
    /// @param options how to open it for reading
    /// @return its rows
    /// @throws InputException if it is no array of real numbers, or not as long as it says
    /// @throws IOException if the machine fails
    static ArrayReader open(String source, Path file, OpenOption... options) throws IOException {
        NpyHeader header = header(source, file);
        NpyReader.requireSize(source, header, Files.size(file));
        return switch (header.layout()) {
            case C -> {
                InputStream in = Files.newInputStream(file, options);
                in.skipNBytes(header.length());
                yield new NpyReader(source, header, in);
            }
            case FORTRAN -> new FortranNpyReader(source, header, FileChannel.open(file, options));
        };
    }

    private static NpyHeader header(String source, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return NpyHeader.read(source, in);
        }
    }
}
