package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A fixed number of threads for arithmetic over numbered chunks; which thread takes which chunk never changes a result.
public final class Workers implements AutoCloseable {
    /// How many points make a chunk. Part of the contract of reproducibility: another size gives other random numbers.
    public static final int CHUNK = 1024;

    private final int threads;
    private final ExecutorService pool;

    private Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("sandglass-", 0).factory());
    }

    /// Threads.
    ///
    /// @param threads how many, `≥ 1`
    /// @return a pool, to be closed after use
    /// @throws IllegalArgumentException if there are none
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
        return new Workers(threads);
    }

    /// One thread per processor.
    ///
    /// @return a pool, to be closed after use
    public static Workers all() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /// How many threads.
    ///
    /// @return the number given
    public int threads() {
        return threads;
    }

    /// Runs a task for every number in `[0, count)` and waits for all. With one thread or one task it runs here, in order.
    ///
    /// @param count how many
    /// @param task what to do for each; must only write what belongs to its number
    /// @throws RuntimeException the first failure of a task, as it was thrown
    public void forEach(int count, IntConsumer task) {
        if (threads == 1 || count <= 1) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
            return;
        }
        List<Callable<Void>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            calls.add(() -> {
                task.accept(number);
                return null;
            });
        }
        await(calls);
    }

    private void await(List<Callable<Void>> calls) {
        try {
            for (Future<Void> done : pool.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while computing", interrupted);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(failure.getCause());
            }
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
