package org.sandglass.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The real number types of numpy, and how each becomes a double.
enum NumberType {
    FLOAT64("f8", 8, ByteBuffer::getDouble),
    FLOAT32("f4", 4, ByteBuffer::getFloat),
    FLOAT16("f2", 2, (bytes, at) -> Float.float16ToFloat(bytes.getShort(at))),
    INT64("i8", 8, ByteBuffer::getLong),
    INT32("i4", 4, ByteBuffer::getInt),
    INT16("i2", 2, ByteBuffer::getShort),
    INT8("i1", 1, ByteBuffer::get),
    UINT64("u8", 8, (bytes, at) -> unsigned(bytes.getLong(at))),
    UINT32("u4", 4, (bytes, at) -> Integer.toUnsignedLong(bytes.getInt(at))),
    UINT16("u2", 2, (bytes, at) -> Short.toUnsignedInt(bytes.getShort(at))),
    UINT8("u1", 1, (bytes, at) -> Byte.toUnsignedInt(bytes.get(at))),
    BOOL("b1", 1, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1);

    private final String code;
    private final int bytes;

    @SuppressWarnings("ImmutableEnumChecker") // a pure function
    private final Decoder decoder;

    NumberType(String code, int bytes, Decoder decoder) {
        this.code = code;
        this.bytes = bytes;
        this.decoder = decoder;
    }

    /// The type of a numpy code without byte order.
    ///
    /// @param code as `f8`
    /// @return the type, if it is one of real numbers
    static Optional<NumberType> of(String code) {
        String known = code.equals("?") ? "b1" : code;
        return Arrays.stream(values()).filter(type -> type.code.equals(known)).findFirst();
    }

    /// The size of one number.
    ///
    /// @return its bytes
    int bytes() {
        return bytes;
    }

    /// One number as the nearest double.
    ///
    /// @param from the bytes, with their order set
    /// @param at the index of the first byte
    /// @return the number
    double decode(ByteBuffer from, int at) {
        return decoder.decode(from, at);
    }

    private static double unsigned(long bits) {
        // Halved with its last bit kept, a large value rounds as the whole would.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    /// Reads one number at a byte index.
    private interface Decoder {
        double decode(ByteBuffer from, int at);
    }
}
