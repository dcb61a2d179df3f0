package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.format.InputException;

/// Large JSON is read as YAML would read it.
class JsonDocumentTest {
    /// Blanks between two values are nothing to either reader, but make the document large.
    private static final String PADDING = " ".repeat(1 << 16);

    @Test
    void allKindsOfValuesAreThoseOfYaml() {
        String text = """
                {"a": [1, -2.5e-3, 1E22, 12345678901234567890, "x\\u00e9\\n", "1", "", true, false, null],
                 "b": {"c": {}, "d": [], "e f": [[1, 2], [3, 4]]}}""";
        Node yaml = Documents.read(Source.inline("--x", text));
        Node json = JsonDocument.read(Source.inline("--x", text + PADDING)).orElseThrow();
        assertThat(shown(json)).isEqualTo(shown(yaml));
        assertThat(json.get("b").get("e f").items().get(1).items().get(0).where())
                .isEqualTo("--x: b.e f[1][0]");
    }

    private static String shown(Node node) {
        if (node.isMapping()) {
            return node.entries().entrySet().stream()
                    .map(e -> e.getKey() + "=" + shown(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.isList()
                ? node.items().stream().map(JsonDocumentTest::shown).toList().toString()
                : node.where() + " " + node.shown() + " " + node.isNumber() + node.isText();
    }

    @Test
    void whatIsNotStrictJsonIsLeftToYaml() {
        for (String text : new String[] {
            "{a: 1}",
            "{\"a\": 1,}",
            "{\"a\": .5}",
            "{\"a\": 1, \"a\": 2}",
            "{\"a\": [1}",
            "{\"a\": 1} x",
            "[1]",
            "{\"a\": " + "[".repeat(70) + "]".repeat(70) + "}"
        }) {
            assertThat(JsonDocument.read(new Source("m.json", Path.of(""), text + PADDING)))
                    .as(text)
                    .isEmpty();
        }
        assertThat(Documents.read(Source.inline("--x", "{a: .5}" + PADDING))
                        .get("a")
                        .finite())
                .isEqualTo(0.5);
        assertThatThrownBy(() -> Documents.read(Source.inline("--x", "{\"a\": 1, \"a\": 2}" + PADDING)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void aLargeMixtureHasTheSameBits() {
        String means = IntStream.range(0, 20_000)
                .mapToObj(i -> "[" + Math.sin(i) + ", " + i * 1e-3 + "]")
                .collect(Collectors.joining(", ", "[", "]"));
        String text = "{\"means\": " + means + ", \"std\": 0.1}";
        assertThat(JsonDocument.read(Source.inline("--mixture", text))).isPresent();
        assertThat(MixtureSpec.argument("--mixture", text).toDocument())
                .isEqualTo(MixtureSpec.argument("--mixture", text.replace("\"std\"", "std"))
                        .toDocument());
    }
}
