package org.sandglass.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The head of a `.npy` file (format versions 1, 2 and 3 of numpy's NEP 1).
///
/// @param type the type of the numbers
/// @param layout in which order they stand
/// @param shape the length of each axis
/// @param length how many bytes precede the numbers
record NpyHeader(NpyType type, Layout layout, List<Long> shape, int length) {
    /// The order of an array's elements.
    enum Layout {
        /// The last index runs fastest.
        C,
        /// The first index runs fastest.
        FORTRAN
    }

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /// Far more than any array of numbers needs; a longer one is a damaged length.
    private static final int LONGEST = 1 << 16;

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|\\S)");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\s\\dL,]*)\\)");

    /// Reads the head of a file.
    ///
    /// @param source names the file in messages
    /// @param in the file from its start; left at the first number
    /// @return what it says
    /// @throws InputException if it is no `.npy` file, cut short, or not of real numbers
    /// @throws IOException if the machine fails
    static NpyHeader read(String source, InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (!Arrays.equals(start, 0, Math.min(start.length, MAGIC.length), MAGIC, 0, Math.min(start.length, 6))) {
            throw new InputException(source + ": is not a .npy file (it does not begin with \\x93NUMPY)");
        }
        require(start.length == MAGIC.length + 2, source);
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new InputException(source + ": .npy format version " + version + " is unknown, needed 1, 2 or 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        byte[] lengthField = in.readNBytes(lengthBytes);
        require(lengthField.length == lengthBytes, source);
        long length = littleEndian(lengthField);
        if (length > LONGEST) {
            throw new InputException(source + ": damaged: a .npy header of " + length + " bytes");
        }
        byte[] text = in.readNBytes((int) length);
        require(text.length == length, source);
        return parse(source, new String(text, StandardCharsets.UTF_8), start.length + lengthBytes + text.length);
    }

    private static long littleEndian(byte[] field) {
        byte[] eight = Arrays.copyOf(field, Long.BYTES);
        return ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static void require(boolean complete, String source) {
        if (!complete) {
            throw new InputException(source + ": truncated: it ends within the .npy header");
        }
    }

    private static NpyHeader parse(String source, String text, int length) {
        Matcher descr = DESCR.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!descr.find() || !order.find() || !shape.find()) {
            throw new InputException(
                    source + ": damaged: the .npy header needs descr, fortran_order and shape, got " + text.strip());
        }
        if (descr.group(1) == null) {
            throw new InputException(source + ": holds records (a structured dtype); needed an array of real numbers");
        }
        try {
            Layout layout = order.group(1).equals("True") ? Layout.FORTRAN : Layout.C;
            return new NpyHeader(NpyType.parse(descr.group(1)), layout, axes(shape.group(1)), length);
        } catch (NumberFormatException | ArithmeticException _) {
            throw new InputException(source + ": damaged: no array can have shape (" + shape.group(1) + ")");
        } catch (IllegalArgumentException e) {
            throw new InputException(source + ": " + e.getMessage());
        }
    }

    private static List<Long> axes(String tuple) {
        List<Long> axes = COMMA.splitAsStream(tuple)
                .map(axis -> axis.replace("L", "").strip())
                .filter(axis -> !axis.isEmpty())
                .map(Long::valueOf)
                .toList();
        Math.multiplyExact(Shapes.size(axes), 8);
        return axes;
    }

    /// The size of the whole file.
    ///
    /// @return bytes of head and numbers
    long fileSize() {
        return length + dataSize();
    }

    /// The size of the numbers.
    ///
    /// @return their bytes
    long dataSize() {
        return Shapes.size(shape) * type.bytes();
    }

    /// A head of version 1, byte for byte as numpy writes it, with room for the first axis to grow.
    ///
    /// @param descr the type of the numbers, as `<f8`
    /// @param shape the length of each axis, row-major
    /// @param atLeast the fewest bytes to take, a multiple of 64, or 0
    /// @return the bytes before the numbers
    static byte[] bytes(String descr, List<Long> shape, int atLeast) {
        String axes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("{'descr': '" + descr + "', 'fortran_order': False, 'shape': (");
        text.append(axes).append(shape.size() == 1 ? ",), }" : "), }");
        // numpy leaves room for a first axis of 21 digits, and aligns the numbers to 64 bytes.
        text.repeat(' ', shape.isEmpty() ? 0 : 21 - shape.getFirst().toString().length());
        int before = MAGIC.length + 4;
        int end = Math.max(atLeast, (before + text.length()) / 64 * 64 + 64);
        text.repeat(' ', end - 1 - before - text.length()).append('\n');
        ByteBuffer head = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length());
        return head.put(text.toString().getBytes(StandardCharsets.US_ASCII)).array();
    }
}
