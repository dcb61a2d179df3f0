package org.sandglass.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The type of the numbers in a `.npy` array.
///
/// @param type what they are
/// @param order the order of their bytes
record NpyType(NumberType type, ByteOrder order) {
    /// Reads a type description of numpy.
    ///
    /// @param descr as in `<f8`, `>i4`, `|b1`
    /// @return the type
    /// @throws IllegalArgumentException if it is none of real numbers, with the reason
    static NpyType parse(String descr) {
        boolean bare = descr.isEmpty() || "<>=|".indexOf(descr.charAt(0)) < 0;
        String code = bare ? descr : descr.substring(1);
        NumberType type = NumberType.of(code)
                .orElseThrow(() -> new IllegalArgumentException("holds " + kind(code) + " (dtype '" + descr
                        + "'); needed real numbers: float16, float32, float64, integers or bool"));
        return new NpyType(type, bare ? ByteOrder.nativeOrder() : order(descr.charAt(0)));
    }

    private static ByteOrder order(char mark) {
        return switch (mark) {
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '<' -> ByteOrder.LITTLE_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
    }

    private static String kind(String code) {
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case 'U', 'S', 'a', 'T' -> "strings";
            case 'O' -> "Python objects";
            case 'c' -> "complex numbers";
            case 'V' -> "records";
            case 'M', 'm' -> "dates or durations";
            case 'f', 'g' -> "floats of another size";
            default -> "numbers of an unknown type";
        };
    }

    /// The size of one number.
    ///
    /// @return its bytes
    int bytes() {
        return type.bytes();
    }

    /// Whether the numbers are floating-point ones.
    ///
    /// @return false for integers and truth values
    boolean isFloat() {
        return type == NumberType.FLOAT64 || type == NumberType.FLOAT32 || type == NumberType.FLOAT16;
    }

    /// Decodes numbers from the start of a buffer.
    ///
    /// @param from the bytes, read by index from 0; its byte order is set
    /// @param count how many numbers
    /// @param out receives them
    /// @param at the first index written
    /// @param step the distance of two numbers in `out`
    void decode(ByteBuffer from, int count, double[] out, int at, int step) {
        from.order(order);
        for (int i = 0; i < count; i++) {
            out[at + i * step] = type.decode(from, i * type.bytes());
        }
    }
}
