package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Numbers on their way into an array of a file, kept on disk as little-endian doubles or 64-bit integers.
///
/// Either appended in row-major order, or put at their places in any order, then also by several threads.
public final class ArraySink implements Closeable {
    private static final int PER_BUFFER = 8192;

    private final FileChannel file;
    private final long offset;
    private final Quantity.Kind kind;
    private long size;

    private ArraySink(FileChannel file, long offset, Quantity.Kind kind) {
        this.file = file;
        this.offset = offset;
        this.kind = kind;
    }

    /// Numbers in a new file.
    ///
    /// @param path where it is made
    /// @param offset how many bytes to leave free before the first number
    /// @param kind what numbers these are
    /// @return a sink with no numbers
    /// @throws IOException if the machine fails
    static ArraySink at(Path path, long offset, Quantity.Kind kind) throws IOException {
        return new ArraySink(
                FileChannel.open(
                        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                offset,
                kind);
    }

    /// Adds numbers at the end.
    ///
    /// @param values the numbers are its first `count`
    /// @param count how many
    /// @throws IOException if the machine fails
    public void append(double[] values, int count) throws IOException {
        put(size(), values, 0, count);
    }

    /// Puts numbers at their places; places never put to hold 0.
    ///
    /// @param position the row-major index in the array of the first number
    /// @param values the numbers, from index `from`
    /// @param from the index of the first number to put
    /// @param count how many
    /// @throws IOException if the machine fails
    public void put(long position, double[] values, int from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(count, PER_BUFFER) * Double.BYTES);
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < count; done += PER_BUFFER) {
            int now = Math.min(PER_BUFFER, count - done);
            buffer.clear().limit(now * Double.BYTES);
            encode(values, from + done, now, buffer);
            writeFully(buffer, offset + (position + done) * Double.BYTES);
        }
        grow(position + count);
    }

    private void encode(double[] values, int from, int count, ByteBuffer to) {
        switch (kind) {
            case REAL -> to.asDoubleBuffer().put(values, from, count);
            case INTEGER -> {
                for (int i = 0; i < count; i++) {
                    to.putLong(Long.BYTES * i, integer(values[from + i]));
                }
            }
        }
    }

    /// A number that must be an integer.
    private static long integer(double value) {
        if (value != (long) value) {
            throw new IllegalArgumentException("an integer was needed, got " + value);
        }
        return (long) value;
    }

    /// Puts integers that may be too large for a double, from the start; only for [Quantity.Kind#INTEGER].
    ///
    /// @param values the integers
    /// @throws IOException if the machine fails
    void putIntegers(long... values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
        buffer.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
        writeFully(buffer, offset);
        grow(values.length);
    }

    private void writeFully(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }

    private synchronized void grow(long end) {
        size = Math.max(size, end);
    }

    /// How many numbers the array has so far.
    ///
    /// @return one more than the largest index put to
    public synchronized long size() {
        return size;
    }

    /// What numbers these are.
    ///
    /// @return as it was begun
    Quantity.Kind kind() {
        return kind;
    }

    /// Fills the bytes left free before the numbers.
    ///
    /// @param head at most as many as are free
    /// @throws IOException if the machine fails
    void head(byte[] head) throws IOException {
        writeFully(ByteBuffer.wrap(head), 0);
    }

    /// The numbers' bytes, from the first.
    ///
    /// @return a channel positioned there; it is this sink's own
    /// @throws IOException if the machine fails
    FileChannel bytes() throws IOException {
        return file.position(offset);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
