package org.sandglass.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The bytes of one array of a `.npz` file, their checksum compared at the end; closes the file with itself.
final class NpzStream extends FilterInputStream {
    private final String source;
    private final ZipFile zip;
    private final ZipEntry entry;
    private final CheckedInputStream checked;

    NpzStream(String source, ZipFile zip, ZipEntry entry) throws IOException {
        this(source, zip, entry, new CheckedInputStream(zip.getInputStream(entry), new CRC32()));
    }

    private NpzStream(String source, ZipFile zip, ZipEntry entry, CheckedInputStream checked) {
        super(checked);
        this.source = source;
        this.zip = zip;
        this.entry = entry;
        this.checked = checked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        try {
            int count = super.read(out, from, length);
            if (count < 0 && checked.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("its checksum differs");
            }
            return count;
        } catch (ZipException | EOFException e) {
            throw new InputException(source + ": damaged: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
