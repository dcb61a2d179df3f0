package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads YAML 1.2, and JSON as the part of it that it is, into [Node]s; large JSON by [JsonDocument].
///
/// The engine is the one below Jackson's YAML; it is used directly because it says where a value stands and
/// whether it was quoted, which Jackson's tokens do not.
final class Documents {
    /// An expanded document may not be much larger than its text (an alias of an alias of an alias …).
    private static final int MOST_VALUES = 50_000_000;

    private final Source source;
    private int values;

    private Documents(Source source) {
        this.source = source;
    }

    /// The document, a mapping.
    static Node read(Source source) {
        Node root = readAny(source);
        if (!root.isMapping()) {
            throw root.wanted("a mapping of keys to values");
        }
        return root;
    }

    /// The document, whatever it is.
    static Node readAny(Source source) {
        return JsonDocument.read(source).orElseGet(() -> readYaml(source));
    }

    private static Node readYaml(Source source) {
        try {
            return new Compose(settings(source))
                    .composeString(
                            source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text())
                    .map(root -> new Documents(source).convert(root, "", 0))
                    .orElseThrow(() -> new InputException(source.name() + ": is empty"));
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            throw new InputException(source.name() + ": " + place + e.getProblem());
        } catch (YamlEngineException e) {
            throw new InputException(source.name() + ": " + e.getMessage());
        } catch (StackOverflowError _) {
            throw tooDeep(source); // the engine descends as deeply as the text does
        }
    }

    private static LoadSettings settings(Source source) {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
    }

    private Node convert(org.snakeyaml.engine.v2.nodes.Node node, String path, int depth) {
        if (++values > MOST_VALUES || depth > 64) {
            throw tooDeep(source);
        }
        return switch (node) {
            case ScalarNode scalar -> Node.scalar(source, path, scalar.getValue(), kind(scalar.getTag()));
            case SequenceNode sequence -> list(sequence, path, depth);
            case MappingNode mapping -> mapping(mapping, path, depth);
            case AnchorNode anchor -> convert(anchor.getRealNode(), path, depth + 1);
            default -> throw new InputException(source.name() + ": " + path + " cannot be read");
        };
    }

    private static InputException tooDeep(Source source) {
        return new InputException(source.name() + ": is nested too deeply, or too large");
    }

    private Node list(SequenceNode sequence, String path, int depth) {
        List<Node> items = new ArrayList<>();
        for (var item : sequence.getValue()) {
            items.add(convert(item, path + "[" + items.size() + "]", depth + 1));
        }
        return Node.list(source, path, items);
    }

    private Node mapping(MappingNode mapping, String path, int depth) {
        SequencedMap<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = keyOf(tuple);
            Node value = convert(tuple.getValueNode(), Node.childPath(path, key), depth + 1);
            if (entries.put(key, value) != null) {
                throw value.error("is given twice");
            }
        }
        return Node.mapping(source, path, entries);
    }

    private String keyOf(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new InputException(source.name() + ": a key must be a word, not a list or a mapping");
    }

    private static Scalar.Kind kind(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Scalar.Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Scalar.Kind.TRUTH;
        }
        return tag.equals(Tag.NULL) ? Scalar.Kind.NOTHING : Scalar.Kind.TEXT;
    }
}
