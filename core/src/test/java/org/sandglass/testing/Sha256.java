package org.sandglass.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes of little-endian numbers, as the reference files state them.
public final class Sha256 {
    private Sha256() {}

    /// Of numbers as they are.
    ///
    /// @param numbers 64-bit numbers
    /// @return hexadecimal
    public static String ofDoubles(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return of(bytes);
    }

    /// Of numbers rounded to 32 bits.
    ///
    /// @param numbers 64-bit numbers
    /// @return hexadecimal
    public static String ofFloats(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            bytes.putFloat((float) number);
        }
        return of(bytes);
    }

    private static String of(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.flip());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
