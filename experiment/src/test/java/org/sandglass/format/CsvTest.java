package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String PENGUINS = """
        species,bill,flipper
        Adelie,39.1,181
        "Chin, strap",46.5,192
        """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("points.csv");
    }

    private double[][] rows(String text, String... columns) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return ArrayFiles.readPoints(file, Selection.columns(columns)).toRows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x0,x1\n1,2\n3,4\n",
                "1,2\n3,4",
                "1,2\r\n3,4\r\n\r\n",
                "\uFEFFx0,x1\n1,2\n3,4\n",
                "a;b\n1;2\n3;4\n",
                "a\tb\n1\t2\n3\t4\n",
                "# made by savetxt\n1, 2\n\n3, 4\n\n",
                "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n",
                "1.0e0,+2\n3.,4E0\n",
                "log-density,x1,x0\n9,2,1\n9,4,3\n",
            })
    void readsTheSamePointsFromManySpellings(String text) throws IOException {
        assertThat(rows(text)).isEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    void readsWhatNumpyWrites() throws IOException {
        Path made = Fixtures.copy("np-savetxt.csv", folder);
        assertThat(ArrayFiles.read(made, Selection.usual()).data()).containsExactly(Fixtures.X);
    }

    @Test
    void readsTheSpellingsOfNumbersThatAreNotFinite() throws IOException {
        assertThat(rows("x0,x1\nnan,-inf\nInfinity,-Infinity\nNaN,inf\n")).isEqualTo(new double[][] {
            {Double.NaN, Double.NEGATIVE_INFINITY},
            {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY},
            {Double.NaN, Double.POSITIVE_INFINITY}
        });
    }

    @Test
    void choosesColumnsByNameIndexAndRange() throws IOException {
        assertThat(rows(PENGUINS, "flipper", "bill")).isEqualTo(new double[][] {{181, 39.1}, {192, 46.5}});
        assertThat(rows(PENGUINS, "1..2")).isEqualTo(new double[][] {{39.1, 181}, {46.5, 192}});
        assertThat(rows("0,1,2,3\n4,5,6,7\n", "1..2", "0")).isEqualTo(new double[][] {{1, 2, 0}, {5, 6, 4}});
    }

    @Test
    void readsLabelsAsTheyStand() throws IOException {
        Files.writeString(file, PENGUINS);
        assertThat(ArrayFiles.labels(file, "species")).containsExactly("Adelie", "Chin, strap");
        assertThat(ArrayFiles.labels(file, "2")).containsExactly("181", "192");
    }

    @Test
    void aFirstLineWithSomeNumbersIsDataNotAHeader() throws IOException {
        String iris = "5.1,3.5,Iris-setosa\n4.9,3.0,Iris-setosa\n";
        assertThat(rows(iris, "0..1")).isEqualTo(new double[][] {{5.1, 3.5}, {4.9, 3.0}});
        assertThat(ArrayFiles.labels(file, "2")).containsExactly("Iris-setosa", "Iris-setosa");
    }

    @Test
    void namesLineAndColumnOfWhatIsNoNumber() {
        assertMistake("bill,flipper\n39.1,181\nNA,180\n", ": line 3, column bill: 'NA' is not a number");
        assertMistake("bill,flipper\n39.1,\n", ": line 2, column flipper: a number is missing");
        assertMistake("1,2\n3,0x1p3\n", ": line 2, column 1: '0x1p3' is not a number");
        assertMistake("1,2\n3,4f\n", ": line 2, column 1: '4f' is not a number");
        assertMistake("a\n\"two\nlines\"\n", ": line 2, column a: 'two lines' is not a number");
        assertMistake("a\n1\n\n\n-\n", ": line 5, column a: '-' is not a number");
    }

    @Test
    void refusesRaggedRecordsOpenQuotesAndEmptyFiles() {
        assertMistake("x0,x1\n1,2\n1,2,3\n", ": line 3 has 3 columns, the first line has 2");
        assertMistake("x0,x1\n1,2\n\n1\n", ": line 4 has 1 columns, the first line has 2");
        assertMistake("x0,x1\n1,\"2\n", ": line 2: a quote is not closed");
        assertMistake("", ": is empty");
        assertMistake("\n# only a comment\n", ": is empty");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Files.write(file, new byte[] {'a', '\n', (byte) 0xC3, '1', '\n'});
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": is not a text file in UTF-8");
    }

    @Test
    void namesTheColumnsThereAreWhenOneIsUnknown() throws IOException {
        Files.writeString(file, PENGUINS);
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.columns("mass")))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": has no column mass, it has species, bill, flipper");
    }

    @Test
    void aBatchIndexGivesPointsOfABatch() throws IOException {
        Files.writeString(file, "b,x0,x1\n0,1,2\n1,3,4\n0,5,6\n1,7,8\n");
        NumberArray points = ArrayFiles.read(file, Selection.usual());
        assertThat(points.shape()).containsExactly(2, 2, 2);
        assertThat(points.data()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aBatchIndexOutOfOrderIsRefused() {
        assertMistake("b,x0\n0,1\n1,2\n0,3\n", ": column b needs 1 at point 2, got the end of the file");
        assertMistake("b,x0\n0,1\n2,2\n", ": column b needs 0, 1, …, B - 1 for each point, got 2.0 in row 1");
        assertMistake("b,x0\n0,1\n1,2\n0,1\n0,2\n", ": column b needs 1 at point 2, got 0.0");
    }

    private void assertMistake(String text, String message) {
        assertThatThrownBy(() -> {
                    Files.writeString(file, text);
                    ArrayFiles.read(file, Selection.usual());
                })
                .isInstanceOf(InputException.class)
                .hasMessage(file + message);
    }
}
