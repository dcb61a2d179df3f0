package org.sandglass.specification;

import java.util.List;

/// A key of a family of targets: what it takes, and what it is when it is not given.
sealed interface FamilyKey {
    String name();

    Object fallback();

    /// A whole number.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param least the least that makes sense
    record Whole(String name, Integer fallback, int least) implements FamilyKey {}

    /// The seed of a generator, from 0 on.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param most what the generator takes
    record Seed(String name, Long fallback, long most) implements FamilyKey {}

    /// A number `> 0`.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    record Positive(String name, Double fallback) implements FamilyKey {}

    /// A finite number.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    record Finite(String name, Double fallback) implements FamilyKey {}

    /// Two numbers, the first one smaller or equal.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param positive whether both must be `> 0`
    record Range(String name, List<Double> fallback, Sign positive) implements FamilyKey {}

    /// One of some words.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param words those it may be
    record Word(String name, String fallback, List<String> words) implements FamilyKey {}

    /// Which numbers a range may hold.
    enum Sign {
        /// Any finite ones.
        ANY,
        /// Only those above 0.
        POSITIVE
    }

    static FamilyKey count(String name, int fallback) {
        return new Whole(name, fallback, 1);
    }

    static FamilyKey seed() {
        return new Seed("seed", 0L, Long.MAX_VALUE);
    }

    /// The seed of a JAX key, of 31 bits here.
    static FamilyKey key(long fallback) {
        return new Seed("seed", fallback, Integer.MAX_VALUE);
    }

    /// The value of this key in a mapping.
    default Object of(Node mapping) {
        return mapping.find(name()).map(this::read).orElse(fallback());
    }

    private Object read(Node node) {
        return switch (this) {
            case Whole(String _, Integer _, int least) -> (int) node.whole(least, Integer.MAX_VALUE);
            case Seed(String _, Long _, long most) -> node.whole(0, most);
            case Positive _ -> node.positive();
            case Finite _ -> node.finite();
            case Range(String _, List<Double> _, Sign sign) -> range(node, sign);
            case Word(String _, String _, List<String> words) -> node.word(words);
        };
    }

    private static List<Double> range(Node node, Sign sign) {
        if (!node.isList() || node.items().size() != 2) {
            throw node.wanted("two numbers [from, to]");
        }
        List<Double> ends = node.items().stream()
                .map(item -> sign == Sign.POSITIVE ? item.positive() : item.finite())
                .toList();
        if (ends.get(0) > ends.get(1)) {
            throw node.error(
                    "must run upwards, got [" + Checks.text(ends.get(0)) + ", " + Checks.text(ends.get(1)) + "]");
        }
        return ends;
    }
}
