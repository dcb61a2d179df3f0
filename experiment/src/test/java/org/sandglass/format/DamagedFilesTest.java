package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "np-f8.npy",
                "np-f8-fortran.npy",
                "np-version2.npy",
                "np-stored.npz",
                "np-deflated.npz",
                "made.parquet",
                "made.csv.gz",
                "made.json"
            })
    void everyTruncationIsRefusedInOneLineThatNamesTheFile(String name) throws IOException {
        Path whole = original(name);
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("cut-" + name);
        for (int length = 0; length < bytes.length - (name.endsWith("json") ? 1 : 0); length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(catchThrowable(() -> ArrayFiles.read(file, Selection.usual())))
                    .as("%s cut to %d of %d bytes", name, length, bytes.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageNotContaining("\n");
        }
    }

    /// Seed 1, 500 rounds per file: whatever is changed, there is an answer or a message, never a crash.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "np-f8.npy",
                "np-f8-fortran.npy",
                "np-stored.npz",
                "np-deflated.npz",
                "made.parquet",
                "made.csv.gz",
                "made.json"
            })
    void changedBytesNeverCrash(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(original(name));
        Path file = folder.resolve("changed-" + name);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int round = 0; round < 500; round++) {
            byte[] changed = bytes.clone();
            int place = random.nextInt(bytes.length);
            changed[place] = (byte) (changed[place] + 1 + random.nextInt(255));
            Files.write(file, changed);
            Throwable thrown = catchThrowable(() -> ArrayFiles.read(file, Selection.usual()));
            if (thrown != null) {
                assertThat(thrown)
                        .as("%s with byte %d changed to %d", name, place, changed[place])
                        .isInstanceOf(InputException.class)
                        .hasMessageStartingWith(file.toString());
            }
        }
    }

    private Path original(String name) throws IOException {
        if (name.startsWith("np-")) {
            return Fixtures.copy(name, folder);
        }
        Path file = folder.resolve(name);
        try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 2)))) {
            writer.append(3, Fixtures.X);
            writer.commit();
        }
        return file;
    }
}
