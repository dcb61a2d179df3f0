package org.sandglass.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Opens one array of a `.npz` file.
final class NpzFile {
    private static final String SUFFIX = ".npy";

    private NpzFile() {}

    /// Opens an array: the named one; or else `x`; or else the only one.
    ///
    /// @param file the file
    /// @param wanted its name, if it was named
    /// @return its rows
    /// @throws InputException if there is no such array, or it is not one of real numbers
    /// @throws IOException if the machine fails
    static ArrayReader open(Path file, Optional<String> wanted) throws IOException {
        ZipFile zip = zip(file);
        try {
            ZipEntry entry = choose(file, zip, wanted);
            String source = file + "[" + name(entry) + "]";
            NpyHeader header = header(source, zip, entry);
            NpyReader.requireSize(source, header, entry.getSize());
            return switch (header.layout()) {
                case C -> {
                    InputStream in = new NpzStream(source, zip, entry);
                    in.skipNBytes(header.length());
                    yield new NpyReader(source, header, in);
                }
                case FORTRAN -> extracted(source, zip, entry);
            };
        } catch (ZipException | EOFException e) {
            zip.close();
            throw InputException.in(file, "damaged: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw InputException.in(file, "is not a .npz file, or truncated: " + e.getMessage());
        }
    }

    private static ZipEntry choose(Path file, ZipFile zip, Optional<String> wanted) {
        List<ZipEntry> arrays = zip.stream()
                .map(ZipEntry.class::cast)
                .filter(entry -> entry.getName().endsWith(SUFFIX))
                .toList();
        String name = wanted.orElse(ArrayFiles.POINTS);
        return arrays.stream()
                .filter(entry -> name(entry).equals(name))
                .findFirst()
                .or(() -> wanted.isEmpty() && arrays.size() == 1 ? Optional.of(arrays.getFirst()) : Optional.empty())
                .orElseThrow(() -> InputException.in(
                        file,
                        "has no array " + name + ", it holds "
                                + (arrays.isEmpty()
                                        ? "none"
                                        : String.join(
                                                ", ",
                                                arrays.stream()
                                                        .map(NpzFile::name)
                                                        .toList()))));
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }

    private static NpyHeader header(String source, ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return NpyHeader.read(source, in);
        }
    }

    /// Reads an array in Fortran order from a copy, as a compressed one can only be read forward.
    private static ArrayReader extracted(String source, ZipFile zip, ZipEntry entry) throws IOException {
        Path copy = Files.createTempFile("sandglass-", SUFFIX);
        try {
            try (InputStream in = new NpzStream(source, zip, entry)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return NpyFile.open(source, copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }
}
