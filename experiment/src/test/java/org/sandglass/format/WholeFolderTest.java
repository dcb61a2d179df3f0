package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

class WholeFolderTest {
    @TempDir
    Path parent;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = parent.resolve("quickstart");
    }

    private static void fill(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("experiment.yaml"), text);
        Files.writeString(folder.resolve("results.json"), text);
        Files.createDirectory(folder.resolve("figures"));
        Files.writeString(folder.resolve("figures/marginals.svg"), text);
    }

    private static void run(Path target, String text) throws IOException {
        try (WholeFolder folder = WholeFolder.at(target, FolderContents.RUN)) {
            fill(folder.path(), text);
            folder.commit();
        }
    }

    @Test
    void appearsOnlyAtTheCommitAndMakesItsParents() throws IOException {
        Path deep = parent.resolve("out/deep/run");
        try (WholeFolder folder = WholeFolder.at(deep, FolderContents.RUN)) {
            fill(folder.path(), "one");
            assertThat(deep).doesNotExist();
            folder.commit();
        }
        assertThat(deep.resolve("figures/marginals.svg")).hasContent("one");
        assertThat(deep.resolve("..").toFile().list()).containsExactly("run");
    }

    @Test
    void anEarlierRunIsReplacedAsAWhole() throws IOException {
        run(target, "one");
        Files.writeString(target.resolve("samples-old.npz"), "old");
        run(target, "two");
        assertThat(target.resolve("results.json")).hasContent("two");
        assertThat(target.resolve("samples-old.npz")).doesNotExist();
        assertThat(parent.toFile().list()).containsExactly("quickstart");
    }

    @Test
    void anEmptyFolderIsUsed() throws IOException {
        Files.createDirectory(target);
        run(target, "one");
        assertThat(target.resolve("results.json")).hasContent("one");
    }

    @Test
    void anythingElseInTheFolderIsRefusedAndUntouched() throws IOException {
        run(target, "one");
        Files.writeString(target.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> run(target, "two"))
                .isInstanceOf(InputException.class)
                .hasMessage(target + ": holds thesis.tex, which is not of an earlier run");
        assertThat(target.resolve("results.json")).hasContent("one");
        assertThat(target.resolve("thesis.tex")).hasContent("years of work");
    }

    @Test
    void aFolderWithoutOurMarksIsRefused() throws IOException {
        Files.createDirectories(target.resolve("figures"));
        Files.writeString(target.resolve("figures/own.png"), "");
        assertThatThrownBy(() -> run(target, "one"))
                .isInstanceOf(InputException.class)
                .hasMessage(target + ": is not an earlier run: it is not empty and holds no experiment.yaml");
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> run(file, "one")).hasMessage(file + ": is a file, a folder was needed");
        assertThatThrownBy(() -> run(file.resolve("in"), "one")).isInstanceOf(InputException.class);
    }

    @Test
    void whatAppearsDuringTheRunIsNotReplaced() throws IOException {
        try (WholeFolder folder = WholeFolder.at(target, FolderContents.RUN)) {
            fill(folder.path(), "one");
            Files.createDirectory(target);
            Files.writeString(target.resolve("notes.txt"), "mine");
            assertThatThrownBy(folder::commit).isInstanceOf(InputException.class);
        }
        assertThat(target.resolve("notes.txt")).hasContent("mine");
        assertThat(parent.toFile().list()).containsExactly("quickstart");
    }

    @Test
    void aFailedRunLeavesTheEarlierOneAndNoNewParents() throws IOException {
        run(target, "one");
        try (WholeFolder folder = WholeFolder.at(target, FolderContents.RUN)) {
            Files.writeString(folder.path().resolve("results.json"), "half");
        }
        try (WholeFolder folder = WholeFolder.at(parent.resolve("a/b/c"), FolderContents.RUN)) {
            Files.writeString(folder.path().resolve("results.json"), "half");
        }
        assertThat(target.resolve("results.json")).hasContent("one");
        assertThat(parent.toFile().list()).containsExactly("quickstart");
    }

    @Test
    void manyAtOnceEachLeaveAWholeFolder() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> runs = IntStream.range(0, 60)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        run(target, String.valueOf(i));
                        return null;
                    })
                    .toList();
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
        assertThat(parent.toFile().list()).containsExactly("quickstart");
        assertThat(Files.readString(target.resolve("results.json")))
                .isEqualTo(Files.readString(target.resolve("figures/marginals.svg")));
    }

    @Test
    void aKillBetweenTheTwoRenamesIsMendedByTheNextRun() throws IOException {
        Path left = parent.resolve(".quickstart.1-abc.part");
        Files.createDirectories(left.resolve("replaced"));
        Files.writeString(left.resolve(".lock"), "");
        fill(left.resolve("replaced"), "one");
        try (WholeFolder _ = WholeFolder.at(target, FolderContents.RUN)) {
            assertThat(target.resolve("results.json")).hasContent("one");
        }
        assertThat(parent.toFile().list()).containsExactly("quickstart");
    }
}
