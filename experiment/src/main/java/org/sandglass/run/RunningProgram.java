package org.sandglass.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sandglass.format.InputException;
import org.sandglass.format.NpyStream;

/// Another program while it runs: it and all that it has started end with this object, with its time, and
/// with ours.
final class RunningProgram implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Duration patience;
    private final Thread errors;
    private final Thread clock;
    private final Thread onInterrupt;
    private volatile boolean expired;

    private RunningProgram(String name, Process process, Duration patience, OutputStream errorsTo) {
        this.name = name;
        this.process = process;
        this.patience = patience;
        this.onInterrupt = new Thread(this::kill, "kill " + name);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        this.errors = Thread.ofVirtual().start(() -> passOn(process.getErrorStream(), errorsTo));
        this.clock = Thread.ofVirtual().start(this::watch);
    }

    static RunningProgram start(String name, List<String> command, Duration patience, OutputStream errorsTo) {
        try {
            return new RunningProgram(name, new ProcessBuilder(command).start(), patience, errorsTo);
        } catch (IOException e) {
            throw new InputException(name + ": cannot be started: " + e.getMessage());
        }
    }

    /// Its standard output.
    PushbackInputStream says() {
        return NpyStream.of(new BufferedInputStream(process.getInputStream()));
    }

    /// Its standard input.
    OutputStream hears() {
        return new BufferedOutputStream(process.getOutputStream());
    }

    /// Waits for its end, and refuses any but a good one.
    void requireSuccess(int steps) {
        try {
            process.waitFor();
            errors.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted while waiting for " + name);
        }
        requireTime();
        if (process.exitValue() != 0) {
            throw new InputException(
                    name + ": ended with exit code " + process.exitValue() + " when asked for " + steps + " steps");
        }
    }

    /// What a broken conversation means: an end by the clock or by itself comes before what was said last.
    InputException explained(InputException otherwise) throws IOException {
        try {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            requireTime();
            return ended && process.exitValue() != 0
                    ? new InputException(name + ": ended with exit code " + process.exitValue() + " in mid-sentence")
                    : otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + name, e);
        }
    }

    private void requireTime() {
        if (expired) {
            throw new InputException(
                    name + ": did not end within " + patience.toSeconds() + " seconds and was stopped",
                    "give it more with --timeout");
        }
    }

    private void watch() {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                expired = true;
                kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the run is over
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void passOn(InputStream from, OutputStream to) {
        try (from) {
            from.transferTo(to);
            to.flush();
        } catch (IOException _) {
            // the program has ended, or nobody listens: either way there is nothing more to pass on
        }
    }

    @Override
    public void close() {
        clock.interrupt();
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException _) {
            // shutting down: the hook runs, and finds nothing to do
        }
    }
}
