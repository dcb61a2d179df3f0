package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads strict JSON into the [Node]s that [Documents] would make of it, some ten times faster: for documents
/// that are large, such as mixtures of 10⁵ components.
///
/// Small ones are not worth the classes to load. What is not strict JSON, holds a key twice or is nested deeply is
/// left to the reader of YAML, which reads it or says what is wrong.
final class JsonDocument {
    /// Characters from which on a document is large.
    private static final int LARGE = 1 << 16;

    private static final int DEEPEST = 64;

    /// Ends the attempt.
    private static final class NotForUs extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotForUs() {
            super("left to YAML", null, false, false);
        }
    }

    private final Source source;
    private final JsonParser json;

    private JsonDocument(Source source, JsonParser json) {
        this.source = source;
        this.json = json;
    }

    /// The document, if it is large, strict JSON, and an object.
    static Optional<Node> read(Source source) {
        String text = source.text();
        if (text.length() < LARGE || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            Node root = new JsonDocument(source, json).value("", 0);
            return json.nextToken() == null ? Optional.of(root) : Optional.empty();
        } catch (JacksonException | NotForUs _) {
            return Optional.empty();
        }
    }

    private Node value(String path, int depth) {
        if (depth > DEEPEST) {
            throw new NotForUs();
        }
        return switch (json.currentToken()) {
            case START_ARRAY -> list(path, depth);
            case START_OBJECT -> mapping(path, depth);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(path, Scalar.Kind.NUMBER);
            case VALUE_STRING -> scalar(path, Scalar.Kind.TEXT);
            case VALUE_TRUE, VALUE_FALSE -> scalar(path, Scalar.Kind.TRUTH);
            case VALUE_NULL -> scalar(path, Scalar.Kind.NOTHING);
            default -> throw new NotForUs();
        };
    }

    private Node scalar(String path, Scalar.Kind kind) {
        return Node.scalar(source, path, json.getString(), kind);
    }

    private Node list(String path, int depth) {
        List<Node> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]", depth + 1));
        }
        return Node.list(source, path, items);
    }

    private Node mapping(String path, int depth) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            if (entries.put(key, value(Node.childPath(path, key), depth + 1)) != null) {
                throw new NotForUs();
            }
        }
        return Node.mapping(source, path, entries);
    }
}
