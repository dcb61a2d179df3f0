package org.sandglass.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of temporary files, gone when it is closed and when the program is interrupted.
final class WorkFolder implements Closeable {
    private final Path folder;
    private final Thread onInterrupt;

    private WorkFolder(Path folder) {
        this.folder = folder;
        this.onInterrupt = new Thread(this::removeQuietly, "remove " + folder.getFileName());
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory(
                "sandglass-conform-" + ProcessHandle.current().pid() + "-"));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException _) {
            return; // shutting down: the hook removes the folder
        }
        remove();
    }

    private void remove() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (IOException _) {
            // the program is ending, and the folder is one for temporary files
        }
    }
}
