package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayFilesTest {
    @TempDir
    Path folder;

    /// Seed 2: doubles of all bit patterns but NaN, whose bits text cannot keep.
    private static double[] anyDoubles(int n) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        return random.doubles(Integer.MAX_VALUE)
                .map(_ -> Double.longBitsToDouble(random.nextLong()))
                .filter(x -> !Double.isNaN(x))
                .limit(n)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void pointsComeBackBitForBitFromEveryFormat(Format format) throws IOException {
        double[] x = anyDoubles(30_000);
        Path file = folder.resolve("points" + format.suffix());
        try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 3)))) {
            for (int from = 0; from < x.length; from += 7500) {
                writer.append(2500, Arrays.copyOfRange(x, from, from + 7500));
            }
            writer.commit();
        }
        assertThat(ArrayFiles.read(file, Selection.usual())).isEqualTo(NumberArray.wrap(List.of(10_000, 3), x));
        assertThat(folder.toFile().list()).as("nothing else is left").containsExactly("points" + format.suffix());
    }

    @ParameterizedTest
    @EnumSource
    void aBatchComesBackFromEveryFormat(Format format) throws IOException {
        Path file = folder.resolve("batch" + format.suffix());
        try (ArrayWriter writer =
                ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 2)).withBatch(3))) {
            writer.append(4, Fixtures.upTo(8));
            writer.append(8, Arrays.copyOfRange(Fixtures.upTo(24), 8, 24));
            writer.commit();
        }
        assertThat(ArrayFiles.read(file, Selection.usual()))
                .isEqualTo(NumberArray.wrap(List.of(4, 3, 2), Fixtures.upTo(24)));
    }

    @ParameterizedTest
    @EnumSource
    void noPointsAtAllComeBack(Format format) throws IOException {
        Path file = folder.resolve("none" + format.suffix());
        try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 2)))) {
            writer.commit();
        }
        assertThat(ArrayFiles.read(file, Selection.usual()).data()).isEmpty();
    }

    @Test
    void timesGiveArraysALeadingAxis() throws IOException {
        Path file = folder.resolve("times.npz");
        writeTimes(file);
        assertThat(ArrayFiles.read(file, Selection.usual()))
                .isEqualTo(NumberArray.wrap(List.of(2, 3, 1, 2), Fixtures.upTo(12)));
        assertThat(ArrayFiles.read(file, Selection.array("energy")).shape()).containsExactly(2, 3, 1);
        assertThat(ArrayFiles.read(file, Selection.array("hessian")).shape()).containsExactly(2, 3, 1, 2, 2);
        assertThat(ArrayFiles.read(file, Selection.array("time")).data()).containsExactly(0.5, 1);
    }

    @Test
    void timesAndBatchGiveTablesColumns() throws IOException {
        Path file = folder.resolve("times.csv");
        writeTimes(file);
        assertThat(Files.readAllLines(file))
                .startsWith(
                        "time,b,x0,x1,energy,hessian0_0,hessian0_1,hessian1_0,hessian1_1",
                        "0.5,0,0.0,1.0,0.0,0.0,1.0,2.0,3.0")
                .endsWith("1.0,0,10.0,11.0,2.0,8.0,9.0,10.0,11.0")
                .hasSize(7);
    }

    private static void writeTimes(Path file) throws IOException {
        ArrayLayout layout = ArrayLayout.of(
                        Quantity.vector("x", 2), Quantity.scalar("energy"), Quantity.matrix("hessian", 2))
                .withTimes(0.5, 1)
                .withBatch(1);
        try (ArrayWriter writer = ArrayFiles.create(file, layout)) {
            writer.append(3, Fixtures.upTo(6), Fixtures.upTo(3), Fixtures.upTo(12));
            writer.nextTime();
            double[] later = Arrays.copyOfRange(Fixtures.upTo(12), 6, 12);
            writer.append(3, later, Fixtures.upTo(3), Fixtures.upTo(12));
            writer.commit();
        }
    }

    @Test
    void timesOfDifferentLengthsAreAProgrammingError() throws IOException {
        ArrayLayout layout = ArrayLayout.of(Quantity.scalar("energy")).withTimes(0.5, 1);
        try (ArrayWriter writer = ArrayFiles.create(folder.resolve("times.npy"), layout)) {
            writer.append(2, Fixtures.upTo(2));
            assertThatThrownBy(writer::commit).hasMessage("only 1 of 2 times written");
            writer.nextTime();
            writer.append(1, Fixtures.upTo(1));
            assertThatThrownBy(writer::commit).hasMessageContaining("time number 1 has 1 rows, needed 2");
        }
    }

    @Test
    void refusesWhatIsNotThereOrNoFile() {
        Path absent = folder.resolve("absent.npy");
        assertThatThrownBy(() -> ArrayFiles.open(absent, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(absent + ": no such file");
        assertThatThrownBy(() -> ArrayFiles.open(folder, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + ": is a folder, a file was needed");
    }

    @Test
    void refusesAnUnknownSuffixAndListsTheKnownOnes() throws IOException {
        Path file = folder.resolve("points.mat");
        ArrayLayout layout = ArrayLayout.of(Quantity.scalar("energy"));
        assertThatThrownBy(() -> ArrayFiles.create(file, layout))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": has no known suffix, needed one of .npz, .npy, .csv, .csv.gz, .parquet, .json");
    }

    @Test
    void suffixesAreKnownInAnyCase() {
        assertThat(Format.of(Path.of("A.CSV.GZ"))).isEqualTo(Format.CSV_GZ);
        assertThat(Format.find(Path.of("npy"))).isEmpty();
    }

    @Test
    void refusesPointsOfAnotherShape() throws IOException {
        Path file = Fixtures.copy("np-cube.npy", folder);
        assertThatThrownBy(() -> ArrayFiles.readPoints(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": needs points [N, D], got rows of shape [3, 2]");
    }

    @Test
    void labelsOfAnArrayAreNumbers() throws IOException {
        Path file = Fixtures.copy("np-f8.npy", folder);
        double[] first = ArrayFiles.read(file, Selection.columns("0")).data();
        assertThat(ArrayFiles.labels(file, "0").stream().mapToDouble(Double::parseDouble))
                .containsExactly(
                        java.util.Arrays.stream(first).map(x -> x + 0.0).boxed().toArray(Double[]::new)); // -0 is 0
        assertThatThrownBy(() -> ArrayFiles.labels(file, "species")).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {".npz", ".csv", ".csv.gz", ".parquet", ".json"})
    void integersStayIntegersBesideTheNumbers(String suffix) throws IOException {
        Path file = folder.resolve("made" + suffix);
        ArrayLayout layout = ArrayLayout.of(Quantity.vector("x", 2), Quantity.integer("component"));
        try (ArrayWriter writer = ArrayFiles.create(file, layout)) {
            writer.append(3, Fixtures.X, new double[] {39, 0, 7});
            writer.commit();
        }
        Format format = Format.of(file);
        boolean table = format != Format.NPZ && format != Format.JSON;
        Selection selection = table ? Selection.columns("component") : Selection.array("component");
        assertThat(ArrayFiles.read(file, selection).data()).containsExactly(39, 0, 7);
        assertThat(ArrayFiles.read(file, Selection.usual()).data()).containsExactly(Fixtures.X);
        if (format == Format.CSV) {
            assertThat(Files.readString(file)).contains(",39\n");
        }
        if (format == Format.JSON) {
            assertThat(Files.readString(file)).contains("[39,\n 0,\n 7]");
        }
    }

    @Test
    void anIntegerArrayIsOneForNumpy() throws IOException {
        Path file = folder.resolve("made.npy");
        try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.integer("component")))) {
            writer.append(2, new double[] {39, 0});
            assertThatThrownBy(() -> writer.append(1, new double[] {0.5}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an integer was needed, got 0.5");
            writer.commit();
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, 0, 80, StandardCharsets.ISO_8859_1)).contains("'descr': '<i8'", "(2,)");
        assertThat(bytes[128]).isEqualTo((byte) 39);
        assertThat(bytes).hasSize(128 + 16);
    }
}
