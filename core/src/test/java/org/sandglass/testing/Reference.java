package org.sandglass.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place in one of the JSON files of `src/test/resources/reference`, read as numbers.
///
/// `Reference.read("diffuse_cases.json").get("models").get(0).doubles("t")`. The strings `"NaN"`, `"Infinity"`
/// and `"-Infinity"` count as numbers. A missing key fails with its path, so a test cannot pass by comparing
/// nothing.
///
/// @param path where this value stands, for messages
/// @param node the value itself
public record Reference(String path, JsonNode node) {
    private static final JsonMapper JSON = new JsonMapper();

    /// The root of the file `name` under `reference/`.
    ///
    /// @param name a file name, such as `diffuse_cases.json`; unpacked if it ends in `.gz`
    /// @return its root
    /// @throws IllegalArgumentException if there is no such file
    public static Reference read(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource reference/" + name);
            }
            return new Reference(name, JSON.readTree(name.endsWith(".gz") ? new GZIPInputStream(in) : in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value of a key.
    ///
    /// @param key a key of this object
    /// @return what it holds
    /// @throws IllegalArgumentException if the key is missing
    public Reference get(String key) {
        return child(path + "." + key, node.get(key));
    }

    /// The element of an array.
    ///
    /// @param index counted from 0
    /// @return the element
    /// @throws IllegalArgumentException if there is none
    public Reference get(int index) {
        return child(path + "[" + index + "]", node.get(index));
    }

    /// Whether an object has this key.
    ///
    /// @param key the key
    /// @return true if it is there
    public boolean has(String key) {
        return node.has(key);
    }

    /// How many elements or keys.
    ///
    /// @return the number
    public int size() {
        return node.size();
    }

    /// The keys of an object, in file order.
    ///
    /// @return the keys
    public Stream<String> keys() {
        return node.propertyNames().stream();
    }

    /// The elements of an array, in order.
    ///
    /// @return the elements
    /// @throws IllegalStateException if this is no array
    public Stream<Reference> elements() {
        if (!node.isArray()) {
            throw new IllegalStateException(path + " is not an array: " + node.getNodeType());
        }
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    /// This value as text.
    ///
    /// @return the text
    public String text() {
        return node.asString();
    }

    /// The text of a key.
    ///
    /// @param key a key of this object
    /// @return its text
    public String text(String key) {
        return get(key).text();
    }

    /// This value as a number; `"NaN"`, `"Infinity"`, `"-Infinity"` included.
    ///
    /// @return the number
    /// @throws IllegalStateException if this is no number
    public double number() {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isString()) {
            return Double.parseDouble(node.stringValue());
        }
        throw new IllegalStateException(path + " is not a number: " + node);
    }

    /// The number of a key.
    ///
    /// @param key a key of this object
    /// @return its number
    public double number(String key) {
        return get(key).number();
    }

    /// This array as numbers; nested arrays are flattened in row-major order.
    ///
    /// @return the numbers
    public double[] doubles() {
        return numbers(node).mapToDouble(n -> new Reference(path, n).number()).toArray();
    }

    /// The numbers of a key, flattened in row-major order.
    ///
    /// @param key a key of this object
    /// @return the numbers
    public double[] doubles(String key) {
        return get(key).doubles();
    }

    /// This array of arrays as rows of numbers.
    ///
    /// @return the rows
    public double[][] rows() {
        return elements().map(Reference::doubles).toArray(double[][]::new);
    }

    /// The rows of a key.
    ///
    /// @param key a key of this object
    /// @return the rows
    public double[][] rows(String key) {
        return get(key).rows();
    }

    @Override
    public String toString() {
        return path;
    }

    private Stream<JsonNode> numbers(JsonNode n) {
        return n.isArray() ? StreamSupport.stream(n.spliterator(), false).flatMap(this::numbers) : Stream.of(n);
    }

    private static Reference child(String path, JsonNode node) {
        if (node == null) {
            throw new IllegalArgumentException("nothing at " + path);
        }
        return new Reference(path, node);
    }
}
