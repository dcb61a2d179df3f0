package org.sandglass.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Results of one quantity as a `.npy` file; times give it a leading axis but have no room of their own.
final class NpyArrayWriter implements ArrayWriter {
    private final ArrayLayout layout;
    private final Quantity quantity;
    private final RowCounter counter;
    private final int headSize;
    private final WholeFile file;
    private final ArraySink sink;

    NpyArrayWriter(Path target, ArrayLayout layout) throws IOException {
        if (layout.quantities().size() != 1) {
            List<String> names =
                    layout.quantities().stream().map(Quantity::name).toList();
            throw new InputException(
                    target + ": a .npy file holds one array, these are " + names.size() + ": "
                            + String.join(", ", names),
                    "name the file .npz to keep them all");
        }
        this.layout = layout;
        this.quantity = layout.quantities().getFirst();
        this.counter = new RowCounter(layout);
        this.headSize = NpyHeader.bytes(quantity.kind().descr(), layout.shape(quantity, Long.MAX_VALUE), 0).length;
        this.file = WholeFile.at(target);
        this.sink = ArraySink.at(file.path(), headSize, quantity.kind());
    }

    @Override
    public void append(int rows, double[]... quantities) throws IOException {
        counter.check(rows, quantities);
        sink.append(quantities[0], rows * quantity.size());
        counter.add(rows);
    }

    @Override
    public void nextTime() {
        counter.nextTime();
    }

    @Override
    public void commit() throws IOException {
        sink.head(NpyHeader.bytes(quantity.kind().descr(), layout.shape(quantity, counter.finish()), headSize));
        sink.close();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            sink.close();
        }
    }
}
