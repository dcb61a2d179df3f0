package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    @TempDir
    Path folder;

    @Test
    void readsXUnlessAnotherArrayIsNamed() throws IOException {
        Path file = Fixtures.copy("np-stored.npz", folder);
        assertThat(ArrayFiles.read(file, Selection.usual()).data()).containsExactly(Fixtures.X);
        assertThat(ArrayFiles.read(file, Selection.array("y")).data()).containsExactly(Fixtures.SMALL);
    }

    @Test
    void readsCompressedArraysInBothOrders() throws IOException {
        Path file = Fixtures.copy("np-deflated.npz", folder);
        assertThat(ArrayFiles.read(file, Selection.usual()).data()).containsExactly(Fixtures.X);
        NumberArray cube = ArrayFiles.read(file, Selection.array("f"));
        assertThat(cube.shape()).containsExactly(4, 3, 2);
        assertThat(cube.data()).containsExactly(Fixtures.upTo(24));
    }

    @Test
    void readsTheOnlyArrayWhateverItsName() throws IOException {
        Path file = Fixtures.copy("np-single.npz", folder);
        try (ArrayReader reader = ArrayFiles.open(file, Selection.usual())) {
            assertThat(reader.source()).isEqualTo(file + "[points]");
            assertThat(reader.rows()).hasValue(3);
        }
    }

    @Test
    void refusesToGuessBetweenArraysAndListsThem() throws IOException {
        Path file = Fixtures.copy("np-unclear.npz", folder);
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": has no array x, it holds a, b");
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.array("c"))).hasMessageContaining("no array c");
    }

    @Test
    void noticesAChangedByteByItsChecksum() throws IOException {
        Path file = Fixtures.copy("np-stored.npz", folder);
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] = (byte) (bytes[200] ^ 1); // within the numbers of x
        Files.write(file, bytes);
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + "[x]: damaged: its checksum differs");
    }

    @Test
    void arraysOfDifferentShapesComeBack() throws IOException {
        Path file = folder.resolve("made.npz");
        write(file);
        assertThat(ArrayFiles.read(file, Selection.usual())).isEqualTo(NumberArray.wrap(List.of(3, 2), Fixtures.X));
        assertThat(ArrayFiles.read(file, Selection.array("trajectory")))
                .isEqualTo(NumberArray.wrap(List.of(4, 3, 2), Fixtures.upTo(24)));
        assertThat(ArrayFiles.read(file, Selection.array("times")))
                .isEqualTo(NumberArray.wrap(List.of(2), new double[] {1, 0.5}));
        assertThat(ArrayFiles.read(file, Selection.array("labels")).data()).containsExactly(3, -1, 1L << 40);
    }

    @Test
    void theSameArraysGiveTheSameBytes() throws IOException {
        write(folder.resolve("one.npz"));
        write(folder.resolve("two.npz"));
        assertThat(folder.resolve("one.npz")).hasSameBinaryContentAs(folder.resolve("two.npz"));
    }

    private static void write(Path file) throws IOException {
        try (NpzWriter writer = NpzWriter.at(file)) {
            ArraySink x = writer.array("x", 2);
            ArraySink trajectory = writer.array("trajectory", 3, 2);
            double[] cube = Fixtures.upTo(24);
            trajectory.put(12, cube, 12, 12);
            x.append(Fixtures.X, 4);
            trajectory.put(0, cube, 0, 12);
            x.put(4, Fixtures.X, 4, 2);
            writer.put("times", NumberArray.wrap(List.of(2), new double[] {1, 0.5}));
            writer.put("labels", 3, -1, 1L << 40);
            writer.commit();
        }
    }

    @Test
    void anArrayThatEndsWithinARowIsRefused() throws IOException {
        Path file = folder.resolve("made.npz");
        try (NpzWriter writer = NpzWriter.at(file)) {
            writer.array("x", 2).append(Fixtures.X, 3);
            assertThatThrownBy(writer::commit).hasMessage("x has 3 numbers in rows of 2");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAZipOfOtherThings() throws IOException {
        Path file = folder.resolve("other.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
        }
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": has no array x, it holds none");
    }
}
