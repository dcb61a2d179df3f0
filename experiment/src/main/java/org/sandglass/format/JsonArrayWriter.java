package org.sandglass.format;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/// Results as strict JSON, `{"x": [[…], …], "log-density": […]}`, in a file or on a stream.
///
/// Each array grows in a file of its own until all rows are there.
final class JsonArrayWriter implements ArrayWriter {
    private final Spools spools;
    private final Closeable scratch;
    private final Finish finish;

    private JsonArrayWriter(ArrayLayout layout, IntFunction<Path> spares, Closeable scratch, Finish finish)
            throws IOException {
        this.spools = new Spools(layout, spares);
        this.scratch = scratch;
        this.finish = finish;
    }

    /// Results in a file.
    static JsonArrayWriter toFile(Path target, ArrayLayout layout) throws IOException {
        WholeFile file = WholeFile.at(target);
        return new JsonArrayWriter(layout, file::spare, file, arrays -> {
            try (OutputStream out = Files.newOutputStream(file.path())) {
                write(arrays, out);
            }
            file.commit();
        });
    }

    /// Results on a stream, all at the end.
    static JsonArrayWriter toStream(OutputStream out, ArrayLayout layout) throws IOException {
        Path folder = FileTree.temporary();
        return new JsonArrayWriter(
                layout, i -> folder.resolve("spare." + i), () -> FileTree.delete(folder), arrays -> write(arrays, out));
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
        finish.write(spools.finish());
    }

    @Override
    public void close() throws IOException {
        try (scratch) {
            spools.close();
        }
    }

    private static void write(List<NpzEntry> arrays, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        String before = "{\n";
        for (NpzEntry array : arrays) {
            text.write(before + JsonText.string(array.name()) + ": ");
            var numbers = new DataInputStream(new BufferedInputStream(
                    Channels.newInputStream(array.numbers().bytes()), 1 << 16));
            Numbers written =
                    array.numbers().kind() == Quantity.Kind.INTEGER ? JsonArrayWriter::integer : JsonArrayWriter::real;
            nested(array.shape(), numbers, written, text, ",\n ");
            before = ",\n";
        }
        text.write("\n}\n");
        text.flush();
    }

    private static void nested(List<Long> shape, DataInputStream numbers, Numbers written, Writer text, String between)
            throws IOException {
        if (shape.isEmpty()) {
            text.write(written.text(Long.reverseBytes(numbers.readLong())));
            return;
        }
        text.write('[');
        List<Long> inner = shape.subList(1, shape.size());
        for (long i = 0; i < shape.getFirst(); i++) {
            text.write(i == 0 ? "" : between);
            nested(inner, numbers, written, text, ", ");
        }
        text.write(']');
    }

    private static String real(long bits) {
        return JsonText.number(Double.longBitsToDouble(bits));
    }

    private static String integer(long bits) {
        return Long.toString(bits);
    }

    /// How eight bytes are written.
    private interface Numbers {
        String text(long bits);
    }

    private interface Finish {
        void write(List<NpzEntry> arrays) throws IOException;
    }
}
