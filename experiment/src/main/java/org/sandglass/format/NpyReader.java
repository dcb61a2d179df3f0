package org.sandglass.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;

/// Rows of a `.npy` array in C order, from a stream.
final class NpyReader implements ArrayReader {
    private static final int BUFFER = 1 << 16;

    private final String source;
    private final NpyHeader header;
    private final InputStream in;
    private final List<Integer> rowShape;
    private final int rowSize;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long rowsLeft;

    /// @param source names the file in messages
    /// @param header its head, in C order
    /// @param in the numbers; closed with this reader
    NpyReader(String source, NpyHeader header, InputStream in) {
        this.source = source;
        this.header = header;
        this.in = in;
        this.rowShape = rowShape(source, header);
        this.rowSize = Shapes.rowSize(rowShape);
        this.rowsLeft = header.shape().getFirst();
    }

    /// The shape of one row.
    ///
    /// @param source names the file in messages
    /// @param header its head
    /// @return the axes after the first
    static List<Integer> rowShape(String source, NpyHeader header) {
        List<Long> shape = header.shape();
        if (shape.isEmpty()) {
            throw new InputException(source + ": holds a single number (shape ()), needed an array of points");
        }
        try {
            List<Integer> rowShape =
                    shape.stream().skip(1).map(Math::toIntExact).toList();
            Shapes.rowSize(rowShape);
            return rowShape;
        } catch (ArithmeticException _) {
            throw new InputException(source + ": rows of shape " + shape.subList(1, shape.size()) + " are too large");
        }
    }

    /// Compares the size of a file with what its head promises.
    ///
    /// @param source names the file in messages
    /// @param header its head
    /// @param actual its size in bytes
    static void requireSize(String source, NpyHeader header, long actual) {
        if (actual != header.fileSize()) {
            String verdict = actual < header.fileSize() ? "truncated" : "has bytes after its end";
            throw new InputException(source + ": " + verdict + ": the header's shape " + header.shape() + " needs "
                    + header.fileSize() + " bytes, the file has " + actual);
        }
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Integer> rowShape() {
        return rowShape;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(header.shape().getFirst());
    }

    @Override
    public int read(double[] out, int maxRows) throws IOException {
        int rows = (int) Math.min(maxRows, rowsLeft);
        int count = rows * rowSize;
        int perBuffer = BUFFER / header.type().bytes();
        for (int at = 0; at < count; at += perBuffer) {
            decode(out, at, Math.min(perBuffer, count - at));
        }
        rowsLeft -= rows;
        requireEnd();
        return rows;
    }

    /// Also lets a stream with a checksum compare it.
    private void requireEnd() throws IOException {
        if (rowsLeft == 0 && in.read() >= 0) {
            throw new InputException(source + ": has bytes after its end");
        }
    }

    private void decode(double[] out, int at, int count) throws IOException {
        int bytes = count * header.type().bytes();
        if (in.readNBytes(buffer.array(), 0, bytes) < bytes) {
            throw new InputException(source + ": truncated: it ended before the " + header.dataSize()
                    + " bytes that its header's shape " + header.shape() + " needs");
        }
        header.type().decode(buffer, count, out, at, 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
