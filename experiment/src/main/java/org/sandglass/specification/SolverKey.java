package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A key of a solver: what it takes, and what it is when it is not given.
sealed interface SolverKey {
    /// A group or a rule that is left out.
    String NONE = "none";

    String name();

    Object fallback();

    /// A whole number.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param least the least it may be
    /// @param most the largest
    record Whole(String name, Integer fallback, int least, int most) implements SolverKey {}

    /// A number of a range, ends included.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param least the least it may be
    /// @param most the largest; it may be infinite, which the number may not unless it is the fallback
    record Within(String name, Double fallback, double least, double most) implements SolverKey {}

    /// A number `> 0`.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    record Positive(String name, Double fallback) implements SolverKey {}

    /// One of some words.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    /// @param words those it may be
    record Word(String name, String fallback, List<String> words) implements SolverKey {}

    /// True or false.
    ///
    /// @param name the key
    /// @param fallback when it is not given
    record Truth(String name, Boolean fallback) implements SolverKey {}

    /// A rule of one step, by its name or with its settings; or one of some words.
    ///
    /// @param name the key
    /// @param fallback a word, or the name of a rule
    /// @param words what it may be beside a rule
    record Rule(String name, String fallback, List<String> words) implements SolverKey {}

    /// A mapping of keys of its own, left out by default.
    ///
    /// @param name the key
    /// @param keys its keys
    record Group(String name, List<SolverKey> keys) implements SolverKey {
        @Override
        public Object fallback() {
            return NONE;
        }
    }

    /// The value of this key in a mapping.
    default Object of(Node mapping) {
        return mapping.find(name()).map(this::read).orElseGet(this::usual);
    }

    /// The value when it is not given, as it is kept.
    default Object usual() {
        return this instanceof Rule(String _, String fallback, List<String> words) && !words.contains(fallback)
                ? SolverSpec.plain(fallback)
                : fallback();
    }

    private Object read(Node node) {
        return switch (this) {
            case Whole(String _, Integer _, int least, int most) -> (int) node.whole(least, most);
            case Within(String _, Double fallback, double least, double most) -> within(node, fallback, least, most);
            case Positive _ -> node.positive();
            case Word(String _, String _, List<String> words) -> node.word(words);
            case Truth _ -> node.truth();
            case Rule(String _, String _, List<String> words) -> rule(node, words);
            case Group(String _, List<SolverKey> keys) -> group(node, keys);
        };
    }

    private static double within(Node node, double fallback, double least, double most) {
        double number = node.anyNumber();
        boolean good = number >= least && number <= most && (Double.isFinite(number) || number == fallback);
        if (!good) {
            throw node.wanted(
                    most == Double.POSITIVE_INFINITY
                            ? ">= " + Checks.text(least)
                            : "between " + Checks.text(least) + " and " + Checks.text(most));
        }
        return number;
    }

    private static Object rule(Node node, List<String> words) {
        return node.isText() && words.contains(node.text()) ? node.text() : SolverSpec.nested(node, words);
    }

    private static Object group(Node node, List<SolverKey> keys) {
        if (!node.isMapping()) {
            return node.word(List.of(NONE));
        }
        return SolverValues.read(node.known(names(keys)), keys);
    }

    static List<String> names(List<SolverKey> keys) {
        List<String> names = new ArrayList<>();
        keys.forEach(key -> names.add(key.name()));
        return names;
    }

    /// What may stand there, for lists.
    default String range() {
        return switch (this) {
            case Whole(String _, Integer _, int least, int most) ->
                most == Integer.MAX_VALUE ? "a whole number >= " + least : least + " to " + most;
            case Within(String _, Double _, double least, double most) ->
                most == Double.POSITIVE_INFINITY
                        ? "a number >= " + Checks.text(least)
                        : "a number from " + Checks.text(least) + " to " + Checks.text(most);
            case Positive _ -> "a number > 0";
            case Word(String _, String _, List<String> words) -> String.join(" | ", words);
            case Truth _ -> "true | false";
            case Rule(String _, String _, List<String> words) ->
                Stream.concat(words.stream(), Stream.of("a rule of one step")).collect(Collectors.joining(" | "));
            case Group(String _, List<SolverKey> keys) ->
                keys.stream()
                        .map(key -> key.name() + ": " + shown(key.usual()))
                        .collect(Collectors.joining(", ", "none | {", "}"));
        };
    }

    /// A value as a person writes it.
    static String shown(Object value) {
        return switch (value) {
            case Double number -> number == Double.POSITIVE_INFINITY ? ".inf" : Checks.text(number);
            case SolverSpec spec -> spec.label();
            case SolverValues values ->
                values.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + shown(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /// A value as a document holds it.
    static Object document(Object value) {
        return switch (value) {
            case SolverSpec spec -> spec.toDocument();
            case SolverValues values -> {
                SequencedMap<String, Object> document = new LinkedHashMap<>();
                values.entries().forEach((key, inner) -> document.put(key, document(inner)));
                yield document;
            }
            default -> value;
        };
    }
}
