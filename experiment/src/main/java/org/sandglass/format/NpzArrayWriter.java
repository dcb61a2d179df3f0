package org.sandglass.format;

import java.io.IOException;
import java.nio.file.Path;

/// Results as the arrays of a `.npz` file.
final class NpzArrayWriter implements ArrayWriter {
    private final WholeFile file;
    private final Spools spools;

    NpzArrayWriter(Path target, ArrayLayout layout) throws IOException {
        this.file = WholeFile.at(target);
        this.spools = new Spools(layout, file::spare);
    }

    @Override
    public void append(int rows, double[]... quantities) throws IOException {
        spools.append(rows, quantities);
    }

    @Override
    public void nextTime() {
        spools.nextTime();
    }

    @Override
    public void commit() throws IOException {
        NpzEntry.write(file.path(), spools.finish());
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            spools.close();
        }
    }
}
