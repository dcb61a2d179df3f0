package org.sandglass.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One finished array on its way into a `.npz` file.
///
/// @param name its name
/// @param shape the length of each axis
/// @param numbers eight bytes each, row-major
record NpzEntry(String name, List<Long> shape, ArraySink numbers) {
    /// The day that build tools write when they mean none: the first of that year would add the time zone.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /// Joins arrays to a zip file, uncompressed, with the same bytes for the same arrays.
    ///
    /// @param file the file to make
    /// @param entries the arrays in order
    /// @throws IOException if the machine fails
    static void write(Path file, List<NpzEntry> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (NpzEntry entry : entries) {
                entry.writeTo(zip);
            }
        }
    }

    private void writeTo(ZipOutputStream zip) throws IOException {
        // A stored entry states its checksum before its bytes, so they are read twice.
        CheckedOutputStream checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        long length = writeNpy(checked);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        entry.setSize(length);
        entry.setCrc(checked.getChecksum().getValue());
        zip.putNextEntry(entry);
        writeNpy(zip);
        zip.closeEntry();
    }

    private long writeNpy(OutputStream out) throws IOException {
        byte[] head = NpyHeader.bytes(numbers.kind().descr(), shape, 0);
        out.write(head);
        return head.length + Channels.newInputStream(numbers.bytes()).transferTo(out);
    }
}
