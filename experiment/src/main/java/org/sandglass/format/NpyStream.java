package org.sandglass.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// `.npy` arrays one after the other, as two programs talk through pipes.
public final class NpyStream {
    /// The most numbers of an array, so that a damaged header does not take all memory.
    private static final long MOST = 1L << 28;

    private NpyStream() {}

    /// A stream to read arrays from.
    ///
    /// @param in the bytes
    /// @return the same, as [#read] needs it
    public static PushbackInputStream of(InputStream in) {
        return new PushbackInputStream(in);
    }

    /// The next array of floating-point numbers; not a byte after it is read.
    ///
    /// @param source names the stream in messages
    /// @param in from [#of]
    /// @return the array, empty if the stream has ended before it
    /// @throws InputException if what comes is no such array in C order, or is cut short
    /// @throws IOException if the machine fails
    public static Optional<NumberArray> read(String source, PushbackInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        in.unread(first);
        NpyHeader header = NpyHeader.read(source, in);
        long size = Shapes.size(header.shape());
        if (header.layout() == NpyHeader.Layout.FORTRAN && header.shape().size() > 1) {
            throw new InputException(
                    source + ": holds an array in Fortran order; needed C order (numpy.ascontiguousarray)");
        }
        if (!header.type().isFloat()) {
            throw new InputException(source + ": holds numbers of another type; needed float64 or float32");
        }
        if (size > MOST) {
            throw new InputException(source + ": an array of shape " + header.shape() + " is too large");
        }
        return Optional.of(numbers(source, header, (int) size, in));
    }

    private static NumberArray numbers(String source, NpyHeader header, int size, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(size * header.type().bytes());
        if (bytes.length < size * header.type().bytes()) {
            throw new InputException(source + ": ended within an array of shape " + header.shape());
        }
        double[] data = new double[size];
        header.type().decode(ByteBuffer.wrap(bytes), size, data, 0, 1);
        List<Integer> shape = header.shape().stream().map(Math::toIntExact).toList();
        return NumberArray.wrap(shape, data);
    }

    /// Writes an array in float64 and flushes, so that who waits for it gets it.
    ///
    /// @param array the numbers
    /// @param out the stream
    /// @throws IOException if it cannot be written to
    public static void write(NumberArray array, OutputStream out) throws IOException {
        List<Long> shape = array.shape().stream().map(Integer::longValue).toList();
        out.write(NpyHeader.bytes("<f8", shape, 0));
        ByteBuffer bytes =
                ByteBuffer.allocate(array.data().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : array.data()) {
            bytes.putDouble(value);
        }
        out.write(bytes.array());
        out.flush();
    }
}
