package org.sandglass.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.OptionalLong;

/// Rows of a `.npy` array in Fortran order: element `(i, j, k)` is number `i + n₀·(j + n₁·k)` of the file.
///
/// A run of rows is gathered column by column, each a stretch of the file.
final class FortranNpyReader implements ArrayReader {
    private static final int BUFFER = 1 << 16;

    private final String source;
    private final NpyHeader header;
    private final FileChannel file;
    private final List<Integer> rowShape;
    private final int rowSize;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long row;

    /// @param source names the file in messages
    /// @param header its head, in Fortran order
    /// @param file the whole file; closed with this reader
    FortranNpyReader(String source, NpyHeader header, FileChannel file) {
        this.source = source;
        this.header = header;
        this.file = file;
        this.rowShape = NpyReader.rowShape(source, header);
        this.rowSize = Shapes.rowSize(rowShape);
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
        int rows = (int) Math.min(maxRows, header.shape().getFirst() - row);
        for (int column = 0; column < rowSize; column++) {
            gather(out, rows, column);
        }
        row += rows;
        return rows;
    }

    private void gather(double[] out, int rows, int column) throws IOException {
        int perBuffer = BUFFER / header.type().bytes();
        long first = fortranColumn(column) * header.shape().getFirst() + row;
        for (int i = 0; i < rows; i += perBuffer) {
            int count = Math.min(perBuffer, rows - i);
            fill(
                    header.length() + (first + i) * header.type().bytes(),
                    count * header.type().bytes());
            header.type().decode(buffer, count, out, i * rowSize + column, rowSize);
        }
    }

    /// Where a row-major column stands when the first of the row's axes runs fastest.
    private long fortranColumn(int column) {
        long position = 0;
        int rest = column;
        for (int axis = rowShape.size() - 1; axis >= 0; axis--) {
            position += (long) (rest % rowShape.get(axis)) * stride(axis);
            rest /= rowShape.get(axis);
        }
        return position;
    }

    private long stride(int axis) {
        return Shapes.size(rowShape.subList(0, axis));
    }

    private void fill(long position, int bytes) throws IOException {
        buffer.clear().limit(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new InputException(source + ": truncated while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
