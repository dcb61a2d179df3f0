package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A fixed number of threads for arithmetic over numbered chunks; which thread takes which chunk never changes
/// a result.
///
/// To be used by one thread at a time, and not from within a task.
public final class Workers implements AutoCloseable {
    /// How many points make a chunk. Part of the contract of reproducibility: another size gives other random
    /// numbers.
    public static final int CHUNK = 1024;

    private final int threads;
    private final ExecutorService pool;

    /// The pool starts a thread when it gets a task, so with one thread, which is the caller's, it never has
    /// any.
    private Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("sandglass-", 0).factory());
    }

    /// Threads; a single one is the thread that calls.
    ///
    /// @param threads how many, `≥ 1`
    /// @return workers, to be closed after use
    /// @throws IllegalArgumentException if there are none
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
        return new Workers(threads);
    }

    /// One thread per processor.
    ///
    /// @return workers, to be closed after use
    public static Workers all() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /// How many threads.
    ///
    /// @return the number given
    public int threads() {
        return threads;
    }

    /// Runs a task for every number in `[0, count)` and waits for all. With one thread or one task it runs
    /// here, in order.
    ///
    /// @param count how many
    /// @param task what to do for each; must only write what belongs to its number
    /// @throws RuntimeException the failure of the task with the least number that failed, as it was thrown
    /// @throws CancellationException if this thread is interrupted, which it stays; some tasks have not run
    ///     then
    public void forEach(int count, IntConsumer task) {
        if (count <= 1 || threads == 1) {
            forEachHere(count, task);
        } else {
            await(calls(count, task));
        }
    }

    private static void forEachHere(int count, IntConsumer task) {
        for (int i = 0; i < count; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled();
            }
            task.accept(i);
        }
    }

    private static List<Callable<Void>> calls(int count, IntConsumer task) {
        List<Callable<Void>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            calls.add(() -> {
                task.accept(number);
                return null;
            });
        }
        return calls;
    }

    private void await(List<Callable<Void>> calls) {
        try {
            for (Future<Void> done : pool.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (ExecutionException failure) {
            throw unchecked(failure);
        }
    }

    /// What a task threw, which can only be unchecked.
    private static RuntimeException unchecked(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure);
    }

    private static CancellationException cancelled() {
        return new CancellationException("interrupted while computing");
    }

    /// Ends the threads, after the tasks they are at.
    @Override
    public void close() {
        pool.shutdownNow();
        pool.close();
    }
}
