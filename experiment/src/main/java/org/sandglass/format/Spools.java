package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The arrays of a layout, each growing in a file of its own until their shapes are known.
final class Spools implements Closeable {
    private final ArrayLayout layout;
    private final RowCounter counter;
    private final List<ArraySink> sinks = new ArrayList<>();

    /// @param layout what will be written
    /// @param files places for intermediate files, by number
    /// @throws IOException if the machine fails
    Spools(ArrayLayout layout, IntFunction<Path> files) throws IOException {
        this.layout = layout;
        this.counter = new RowCounter(layout);
        for (Quantity quantity : layout.quantities()) {
            sinks.add(ArraySink.at(files.apply(sinks.size()), 0, quantity.kind()));
        }
        if (!layout.times().isEmpty()) {
            ArraySink time = ArraySink.at(files.apply(sinks.size()), 0, Quantity.Kind.REAL);
            sinks.add(time);
            time.append(
                    layout.times().stream().mapToDouble(Double::doubleValue).toArray(),
                    layout.times().size());
        }
    }

    /// Adds rows, as [ArrayWriter#append].
    void append(int rows, double[]... quantities) throws IOException {
        counter.check(rows, quantities);
        for (int q = 0; q < quantities.length; q++) {
            sinks.get(q).append(quantities[q], rows * layout.quantities().get(q).size());
        }
        counter.add(rows);
    }

    /// Ends a time, as [ArrayWriter#nextTime].
    void nextTime() {
        counter.nextTime();
    }

    /// Ends all rows.
    ///
    /// @return the arrays with their shapes, `time` last
    List<NpzEntry> finish() {
        long points = counter.finish();
        List<NpzEntry> entries = new ArrayList<>();
        for (int q = 0; q < layout.quantities().size(); q++) {
            Quantity quantity = layout.quantities().get(q);
            entries.add(new NpzEntry(quantity.name(), layout.shape(quantity, points), sinks.get(q)));
        }
        if (!layout.times().isEmpty()) {
            List<Long> shape = List.of((long) layout.times().size());
            entries.add(new NpzEntry(ArrayLayout.TIME, shape, sinks.getLast()));
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        for (ArraySink sink : sinks) {
            sink.close();
        }
    }
}
