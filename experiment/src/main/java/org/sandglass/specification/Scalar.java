package org.sandglass.specification;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A single word or number of a document, as it was written, and how YAML 1.2 reads it.
///
/// @param text without quotes
/// @param kind what it looks like
record Scalar(String text, Kind kind) implements Node.Value {
    /// What a scalar looks like under YAML 1.2.
    enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        NOTHING
    }

    /// As a message quotes it.
    String shown() {
        return switch (kind) {
            case TEXT -> '"' + text + '"';
            case NOTHING -> "nothing";
            case NUMBER, TRUTH -> text;
        };
    }

    boolean isTrue() {
        return text.equalsIgnoreCase("true");
    }

    /// The number it stands for, if it stands for one; text does where it names what JSON cannot write.
    OptionalDouble number() {
        return switch (kind) {
            case NUMBER -> OptionalDouble.of(plainNumber());
            case TEXT -> namedNumber();
            case TRUTH, NOTHING -> OptionalDouble.empty();
        };
    }

    private OptionalDouble namedNumber() {
        return switch (text) {
            case "Infinity", "+Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "NaN" -> OptionalDouble.of(Double.NaN);
            default -> OptionalDouble.empty();
        };
    }

    private double plainNumber() {
        String plain = text.startsWith("+") ? text.substring(1) : text;
        if (plain.startsWith("0x")) {
            return new BigInteger(plain.substring(2), 16).doubleValue();
        }
        if (plain.startsWith("0o")) {
            return new BigInteger(plain.substring(2), 8).doubleValue();
        }
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case ".inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> Double.parseDouble(plain);
        };
    }

    /// The whole number it stands for, to the last digit where it is written in digits; nothing if 64 bits do
    /// not hold those, or if it is no number.
    OptionalLong whole() {
        if (!text.matches("[-+]?[0-9]+")) {
            OptionalDouble number = number();
            return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }
}
