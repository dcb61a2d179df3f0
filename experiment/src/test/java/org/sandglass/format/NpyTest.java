package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    Path folder;

    private NumberArray read(String name) throws IOException {
        return ArrayFiles.read(Fixtures.copy(name, folder), Selection.usual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"f8", "f8-fortran", "f8-big", "version2", "version3"})
    void readsTheSameBitsInEveryOrderAndVersion(String kind) throws IOException {
        NumberArray array = read("np-" + kind + ".npy");
        assertThat(array.shape()).containsExactly(3, 2);
        assertThat(array.data()).containsExactly(Fixtures.X);
        assertThat(1 / array.data()[4]).as("-0.0 keeps its sign").isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f2", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
    void readsEveryNumberTypeInBothByteOrders(String code) throws IOException {
        assertThat(read("np-small-little-" + code + ".npy").data()).containsExactly(Fixtures.SMALL);
        assertThat(read("np-small-big-" + code + ".npy").data()).containsExactly(Fixtures.SMALL);
    }

    @Test
    void readsTheExtremesOfEachType() throws IOException {
        assertThat(read("np-bool.npy").data()).containsExactly(0, 0, 1, 1, 1, 1);
        assertThat(read("np-extreme-i8.npy").data()).containsExactly(-0x1p63, 0x1p63);
        // 2^63 + 1024 is half way between two doubles and goes to the even one; 2^63 + 1025 goes up.
        assertThat(read("np-extreme-u8.npy").data()).containsExactly(0, 0x1p63, 0x1p64, 0x1p63, 0x1p63 + 2048);
        assertThat(read("np-extreme-f2.npy").data())
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 65504, 0x1p-24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-fortran", "-fortran-f4-big"})
    void readsThreeAxesRowMajor(String kind) throws IOException {
        NumberArray array = read("np-cube" + kind + ".npy");
        assertThat(array.shape()).containsExactly(4, 3, 2);
        assertThat(array.data()).containsExactly(Fixtures.upTo(24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"np-cube.npy", "np-cube-fortran.npy"})
    void chunksOfAnySizeJoinToTheWhole(String name) throws IOException {
        for (int chunk = 1; chunk <= 5; chunk++) {
            double[] all = new double[0];
            try (ArrayReader reader = ArrayFiles.open(Fixtures.copy(name, folder), Selection.usual())) {
                double[] rows = new double[chunk * reader.rowSize()];
                for (int got = reader.read(rows, chunk); got > 0; got = reader.read(rows, chunk)) {
                    int end = all.length;
                    all = Arrays.copyOf(all, end + got * reader.rowSize());
                    System.arraycopy(rows, 0, all, end, got * reader.rowSize());
                }
            }
            assertThat(all).as("chunk of %d rows", chunk).containsExactly(Fixtures.upTo(24));
        }
    }

    @Test
    void readsListsAndEmptyArrays() throws IOException {
        assertThat(read("np-f8-list.npy").shape()).containsExactly(3);
        assertThat(read("np-f8-empty.npy").shape()).containsExactly(0, 2);
    }

    @Test
    void choosesColumnsByIndexAndRange() throws IOException {
        Path file = Fixtures.copy("np-f8-fortran.npy", folder);
        assertThat(ArrayFiles.read(file, Selection.columns("1", "0..1")).data())
                .containsExactly(-2.5, 1.0, -2.5, 1e300, 0.1, 1e300, Double.MIN_VALUE, -0.0, Double.MIN_VALUE);
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.columns("2")))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": has no column 2, it has 2: 0, 1");
    }

    @ParameterizedTest
    @CsvSource({
        "strings, strings",
        "bytes, strings",
        "objects, Python objects",
        "complex, complex numbers",
        "records, a structured dtype",
        "dates, dates",
        "longdouble, floats of another size"
    })
    void refusesWhatIsNoRealNumber(String name, String word) {
        assertThatThrownBy(() -> read("np-refused-" + name + ".npy"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("np-refused-" + name + ".npy: holds")
                .hasMessageContaining(word);
    }

    @Test
    void refusesASingleNumber() {
        assertThatThrownBy(() -> read("np-f8-single.npy")).hasMessageContaining("needed an array");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(9223372036854775807, 2)",
                "(4611686018427387904, 1)",
                "(99999999999999999999, 2)",
                "(3, 4611686018427387904)"
            })
    void refusesShapesThatOverflow(String shape) throws IOException {
        Path file = folder.resolve("large.npy");
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        Files.writeString(
                file, "\u0093NUMPY\u0001\u0000" + (char) head.length() + "\u0000" + head, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("large.npy");
    }

    @Test
    void readsTheLongIntegersOfPythonTwo() throws IOException {
        Path file = folder.resolve("old.npy");
        String head = "{'descr': '|u1', 'fortran_order': False, 'shape': (2L, 1L), }\n";
        Files.writeString(
                file,
                "\u0093NUMPY\u0001\u0000" + (char) head.length() + "\u0000" + head + "\u0005\u0006",
                StandardCharsets.ISO_8859_1);
        assertThat(ArrayFiles.readPoints(file, Selection.usual()).toRows()).isEqualTo(new double[][] {{5}, {6}});
    }

    @Test
    void refusesBytesAfterTheEnd() throws IOException {
        Path file = Fixtures.copy("np-f8.npy", folder);
        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file
                        + ": has bytes after its end: the header's shape [3, 2] needs 176 bytes, the file has 177");
    }

    @Test
    void writesTheBytesThatNumpyWrites() throws IOException {
        Path file = folder.resolve("made.npy");
        try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 2)))) {
            writer.append(2, Arrays.copyOf(Fixtures.X, 4));
            writer.append(1, Arrays.copyOfRange(Fixtures.X, 4, 6));
            writer.commit();
        }
        assertThat(file).hasSameBinaryContentAs(Fixtures.copy("np-f8.npy", folder));
    }

    @Test
    void writesListsAndEmptyArraysAsNumpyDoes() throws IOException {
        assertThat(NpyHeader.bytes("<f8", List.of(3L), 0))
                .isEqualTo(Arrays.copyOf(Files.readAllBytes(Fixtures.copy("np-f8-list.npy", folder)), 128));
        assertThat(NpyHeader.bytes("<f8", List.of(0L, 2L), 0))
                .isEqualTo(Files.readAllBytes(Fixtures.copy("np-f8-empty.npy", folder)));
        assertThat(NpyHeader.bytes("<f8", List.of(), 0))
                .isEqualTo(Arrays.copyOf(Files.readAllBytes(Fixtures.copy("np-f8-single.npy", folder)), 128));
    }

    @Test
    void refusesSeveralQuantitiesAndSaysWhichFormatTakesThem() {
        ArrayLayout layout = ArrayLayout.of(Quantity.scalar("a"), Quantity.scalar("b2"));
        Path file = folder.resolve("made.npy");
        assertThatThrownBy(() -> ArrayFiles.create(file, layout))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": a .npy file holds one array, these are 2: a, b2")
                .satisfies(
                        e -> assertThat(((InputException) e).hint()).hasValue("name the file .npz to keep them all"));
    }
}
