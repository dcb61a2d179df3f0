package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = folder.resolve("out.txt");
    }

    @Test
    void appearsOnlyAtTheCommit() throws IOException {
        try (WholeFile file = WholeFile.at(target)) {
            Files.writeString(file.path(), "whole");
            assertThat(target).doesNotExist();
            file.commit();
            assertThat(target).hasContent("whole");
        }
        assertThat(folder.toFile().list()).containsExactly("out.txt");
    }

    @Test
    void aFailureLeavesTheOldFileUntouched() throws IOException {
        Files.writeString(target, "old");
        assertThatThrownBy(() -> {
                    try (WholeFile file = WholeFile.at(target)) {
                        Files.writeString(file.path(), "half");
                        throw new IOException("disk full");
                    }
                })
                .hasMessage("disk full");
        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("out.txt");
    }

    @Test
    void aFailedWriterOfAnyFormatLeavesNothing() throws IOException {
        for (Format format : Format.values()) {
            Path file = folder.resolve("out" + format.suffix());
            try (ArrayWriter writer = ArrayFiles.create(file, ArrayLayout.of(Quantity.vector("x", 2)))) {
                writer.append(1, new double[] {1, 2});
            }
            assertThat(folder).as(format.name()).isEmptyDirectory();
        }
    }

    @Test
    void aSymbolicLinkStaysALink() throws IOException {
        Path real = folder.resolve("real.txt");
        Files.createSymbolicLink(target, Path.of("real.txt"));
        WholeFile.write(target, "through");
        assertThat(target).isSymbolicLink();
        assertThat(real).hasContent("through");
    }

    @Test
    void refusesTargetsThatCannotBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertMistake(folder, "is a folder, a file was needed");
        assertMistake(
                folder.resolve("no/out.txt"),
                "cannot be created: the folder " + folder.resolve("no") + " does not exist");
        assertMistake(file.resolve("out.txt"), "cannot be created: " + file + " is not a folder");
        assertMistake(loop, "is a circle of symbolic links");
        assertMistake(Path.of("/"), "is the root folder, a name was needed");
    }

    private static void assertMistake(Path path, String message) {
        assertThatThrownBy(() -> WholeFile.write(path, ""))
                .isInstanceOf(InputException.class)
                .hasMessage(path + ": " + message);
    }

    @Test
    void aFolderWithoutPermissionIsTheCallersMistakeAndAFullDiskIsNot() throws IOException {
        assertThat(FileProblem.creating(target, new AccessDeniedException("x")))
                .hasMessage(target + ": cannot be created: permission denied in the folder " + folder);
        assertThat(FileProblem.creating(target, new FileSystemException("x", null, "File name too long")))
                .hasMessage(target + ": cannot be created: File name too long");
        FileSystemException full = new FileSystemException("x", null, "No space left on device");
        assertThatThrownBy(() -> FileProblem.creating(target, full)).isSameAs(full);
    }

    @Test
    void manyAtOnceEachLeaveAWholeFile() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> writers = IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(i -> () -> {
                        WholeFile.write(target, String.valueOf(i).repeat(1000));
                        return Files.readString(target);
                    })
                    .toList();
            for (Future<String> seen : threads.invokeAll(writers)) {
                assertThat(seen.get()).matches("(\\d{1,3})\\1{999}");
            }
        }
        assertThat(folder.toFile().list()).containsExactly("out.txt");
    }

    @Test
    void aKilledProgramLeavesOnlyAHiddenNameThatTheNextOneRemoves() throws Exception {
        Files.writeString(target, "old");
        Process killed = Child.start(Half.class, List.of(), target);
        Process living = Child.start(Half.class, List.of(), target);
        assertThat(killed.inputReader().readLine()).isEqualTo("half");
        assertThat(living.inputReader().readLine()).isEqualTo("half");
        killed.destroyForcibly().waitFor();
        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(3);

        WholeFile.write(target, "new");
        assertThat(target).hasContent("new");
        assertThat(folder.toFile().list())
                .as("the target and the work of the living")
                .hasSize(2);

        living.destroy();
        living.waitFor();
        assertThat(folder.toFile().list())
                .as("one that was asked to end cleans up")
                .containsExactly("out.txt");
    }

    /// Writes half a file and waits.
    static final class Half {
        private Half() {}

        public static void main(String[] args) throws Exception {
            try (WholeFile file = WholeFile.at(Path.of(args[0]))) {
                Files.writeString(file.path(), "ha");
                System.out.println("half");
                Thread.sleep(60_000);
            }
        }
    }
}
