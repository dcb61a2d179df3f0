package org.sandglass.specification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// One value of a document and the place it stands at, such as `mixture.yaml: stds[1][0]`.
///
/// Its readers say what was wanted and what came when a value has another type. Immutable.
final class Node {
    /// What stands there: a scalar, a list or a mapping.
    sealed interface Value permits Scalar, Items, Entries {}

    record Items(List<Node> nodes) implements Value {}

    record Entries(SequencedMap<String, Node> nodes) implements Value {}

    private final Source source;
    private final String path;
    private final Value value;

    private Node(Source source, String path, Value value) {
        this.source = source;
        this.path = path;
        this.value = value;
    }

    static Node scalar(Source source, String path, String text, Scalar.Kind kind) {
        return new Node(source, path, new Scalar(text, kind));
    }

    static Node list(Source source, String path, List<Node> items) {
        return new Node(source, path, new Items(List.copyOf(items)));
    }

    static Node mapping(Source source, String path, SequencedMap<String, Node> entries) {
        return new Node(source, path, new Entries(entries));
    }

    Source source() {
        return source;
    }

    /// `file: key path`, or the file alone for the whole document.
    String where() {
        return path.isEmpty() ? source.name() : source.name() + ": " + path;
    }

    /// A mistake at this place: `file: key path what`.
    InputException error(String what) {
        return new InputException(where() + (path.isEmpty() ? ": " : " ") + what);
    }

    /// A mistake about this value: `file: key path must be needed, got value`.
    InputException wanted(String needed) {
        return error("must be " + needed + ", got " + shown());
    }

    /// The value as it was written, or its type if it is long.
    String shown() {
        return switch (value) {
            case Scalar scalar -> scalar.shown();
            case Items(var nodes) -> "a list of " + nodes.size();
            case Entries(var nodes) -> "a mapping of " + String.join(", ", nodes.keySet());
        };
    }

    boolean isMapping() {
        return value instanceof Entries;
    }

    boolean isList() {
        return value instanceof Items;
    }

    boolean isNumber() {
        return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NUMBER;
    }

    boolean isText() {
        return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT;
    }

    List<Node> items() {
        if (value instanceof Items(var nodes)) {
            return nodes;
        }
        throw wanted("a list");
    }

    /// The entries of a mapping in the order of the file.
    Map<String, Node> entries() {
        if (value instanceof Entries(var nodes)) {
            return nodes;
        }
        throw wanted("a mapping");
    }

    /// This mapping, whose keys are all known.
    Node known(List<String> keys) {
        for (String key : entries().keySet()) {
            if (!keys.contains(key)) {
                throw new InputException(where() + ": unknown key \"" + key + "\"; " + Nearest.suggestion(key, keys));
            }
        }
        return this;
    }

    /// This mapping with one key less.
    Node without(String key) {
        SequencedMap<String, Node> others = new LinkedHashMap<>(entries());
        others.remove(key);
        return new Node(source, path, new Entries(others));
    }

    boolean has(String key) {
        return entries().containsKey(key);
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    Node get(String key) {
        return find(key)
                .orElseThrow(() -> new InputException(source.name() + ": " + childPath(path, key) + " is missing"));
    }

    String text() {
        if (value instanceof Scalar scalar && scalar.kind() != Scalar.Kind.NOTHING) {
            return scalar.text();
        }
        throw wanted("text");
    }

    /// One of some words.
    String word(List<String> words) {
        String word = text();
        if (!words.contains(word)) {
            throw error("must be one of " + String.join(", ", words) + ", got " + shown()
                    + Nearest.of(word, words)
                            .map(n -> "; did you mean \"" + n + "\"?")
                            .orElse(""));
        }
        return word;
    }

    boolean truth() {
        if (value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TRUTH) {
            return scalar.isTrue();
        }
        throw wanted("true or false");
    }

    /// A number, which may be infinite or NaN: `.inf`, `"Infinity"`, `.nan`, `"NaN"` and their negatives
    /// count.
    double anyNumber() {
        OptionalDouble number = value instanceof Scalar scalar ? scalar.number() : OptionalDouble.empty();
        return number.orElseThrow(() -> wanted("a number"));
    }

    double finite() {
        double number = anyNumber();
        if (!Double.isFinite(number)) {
            throw wanted("a finite number");
        }
        return number;
    }

    double positive() {
        double number = anyNumber();
        if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw wanted(number > 0 ? "finite" : "> 0");
        }
        return number;
    }

    /// A whole number in `[least, most]`; `1e4` is one.
    long whole(long least, long most) {
        double number = anyNumber();
        if (number != Math.rint(number) || Double.isInfinite(number)) {
            throw wanted("a whole number");
        }
        long whole = value instanceof Scalar scalar
                ? scalar.whole().orElseThrow(() -> wanted("a whole number of 64 bits"))
                : (long) number;
        if (whole < least || whole > most) {
            throw wanted(whole < least ? ">= " + least : "<= " + most);
        }
        return whole;
    }

    int count(int least) {
        return (int) whole(least, Integer.MAX_VALUE);
    }

    /// A path, relative to the document.
    Path file() {
        return source.resolve(text());
    }

    /// The value as plain text, numbers, lists and mappings, for what is kept and never used.
    Object plain() {
        return switch (value) {
            case Scalar scalar ->
                switch (scalar.kind()) {
                    case NUMBER -> anyNumber();
                    case TRUTH -> truth();
                    case TEXT, NOTHING -> scalar.text();
                };
            case Items(var nodes) -> nodes.stream().map(Node::plain).toList();
            case Entries(var nodes) -> {
                SequencedMap<String, Object> plain = new LinkedHashMap<>();
                nodes.forEach((key, node) -> plain.put(key, node.plain()));
                yield plain;
            }
        };
    }

    static String childPath(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
