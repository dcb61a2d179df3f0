package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rehearsal is played to the end.
class RehearsalTest {
    @Test
    void everySceneSucceedsAlsoInAFolderWithABlank(@TempDir Path temporary) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("a folder"));
        assertThat(Rehearsal.play(folder)).isEqualTo(ExitCodes.DONE);
        assertThat(folder.resolve("run/results.json")).exists();
    }
}
