package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("points.json");
    }

    private NumberArray read(String json) throws IOException {
        Files.writeString(file, json);
        return ArrayFiles.read(file, Selection.usual());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1, 2], [3, 4]]",
                "{\"x\": [[1, 2], [3, 4.0]]}",
                "{\"log-density\": [[9]], \"about\": {\"x\": 0}, \"x\": [[1, 2], [3, 4]], \"y\": []}"
            })
    void readsABareArrayOrX(String json) throws IOException {
        assertThat(read(json)).isEqualTo(NumberArray.wrap(List.of(2, 2), new double[] {1, 2, 3, 4}));
    }

    @Test
    void readsNumbersThatAreNotFiniteFromStrings() throws IOException {
        assertThat(read("[\"NaN\", \"Infinity\", \"-Infinity\", \".inf\", \"-.inf\"]")
                        .data())
                .containsExactly(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY);
    }

    @Test
    void readsBatchesAndNothing() throws IOException {
        assertThat(read("[[[1, 2], [3, 4], [5, 6]]]").shape()).containsExactly(1, 3, 2);
        assertThat(read("[]").shape()).containsExactly(0);
    }

    @Test
    void namesTheLineOfWhatIsWrong() {
        assertMistake("[[1, 2],\n[3]]", "line 2: x needs rows of shape [2] as in row 0, row 1 differs");
        assertMistake("[[1, 2],\n[3, 4, 5]]", "line 2: x needs rows of shape [2] as in row 0, row 1 differs");
        assertMistake("[[1, 2],\n[3, [4]]]", "line 2: x needs numbers, got [ in row 1");
        assertMistake("[[1, [2]]]", "line 1: x is ragged in row 0");
        assertMistake("[[1, 2],\n[3, \"four\"]]", "line 2: x needs numbers, got \"four\" in row 1");
        assertMistake("[[1, null]]", "line 1: x needs numbers, got null in row 0");
        assertMistake("{\"y\": [[1]]}", "has no array x");
        assertMistake("{\"x\": 3}", "needs a list of points, or an object with one as x");
        assertMistake("[[1]] [[2]]", "line 1: x is followed by something else");
        assertMistake("7", "needs a list of points, or an object with one as x");
    }

    private void assertMistake(String json, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InputException.class).hasMessage(file + ": " + message);
    }

    @Test
    void printsStrictJsonAtTheCommitAndNothingBefore() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArrayLayout layout = ArrayLayout.of(Quantity.vector("x", 2), Quantity.scalar("log-density"));
        try (ArrayWriter writer = ArrayFiles.print(out, layout)) {
            writer.append(2, new double[] {1, 0.1, 1e-5, -0.0}, new double[] {Double.NEGATIVE_INFINITY, Double.NaN});
            assertThat(out.size()).isZero();
            writer.commit();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
            {
            "x": [[1.0, 0.1],
             [1.0E-5, -0.0]],
            "log-density": ["-Infinity",
             "NaN"]
            }
            """);
    }

    @Test
    void writesDocumentsThatReadWell() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "Two \"modes\"\n\u0001 αₜ");
        document.put("weights", new double[] {0.3, 0.7});
        document.put("means", new double[][] {{-2, 0}, {2, 0}});
        document.put("samplers", List.of(Map.of("seconds", 0.25), Map.of("value", Double.POSITIVE_INFINITY)));
        document.put("counts", List.of(1, 2L, true));
        document.put("nothing", Map.of());
        document.put("none", List.of());
        assertThat(Json.text(document)).isEqualTo("""
            {
              "title": "Two \\"modes\\"\\n\\u0001 αₜ",
              "weights": [0.3, 0.7],
              "means": [
                [-2.0, 0.0],
                [2.0, 0.0]
              ],
              "samplers": [
                {
                  "seconds": 0.25
                },
                {
                  "value": "Infinity"
                }
              ],
              "counts": [1, 2, true],
              "nothing": {},
              "none": []
            }
            """);
    }

    @Test
    void refusesToWriteWhatHasNoJson() {
        assertThatThrownBy(() -> Json.text(List.of(new StringBuilder("no"))))
                .hasMessage("no JSON for a java.lang.StringBuilder");
    }
}
