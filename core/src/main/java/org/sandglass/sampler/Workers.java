package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A fixed number of threads for arithmetic over numbered chunks, the caller's among them; which thread takes which
/// chunk never changes a result.
///
/// Each thread takes the next number when it is done with one, so the load is even where chunks are not.
/// To be used by one thread at a time, and not from within a task.
public final class Workers implements AutoCloseable {
    /// How many points make a chunk. Part of the contract of reproducibility: another size gives other random
    /// numbers.
    public static final int CHUNK = 1024;

    private final int threads;
    private final ExecutorService pool;

    /// The pool starts a thread when it first needs one; one of the threads is the caller's.
    private Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("sandglass-", 0).factory());
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
        int others = Math.min(threads, count) - 1;
        if (others < 1) {
            forEachHere(count, task);
        } else {
            Round round = new Round(count, task);
            takePart(round, others);
            round.throwFirstFailure();
        }
    }

    private static void forEachHere(int count, IntConsumer task) {
        for (int i = 0; i < count; i++) {
            checkInterrupt();
            task.accept(i);
        }
    }

    /// This thread takes part like any other; interrupted, it interrupts the others.
    private void takePart(Round round, int others) {
        checkInterrupt(); // else the others might be done before this thread looks
        List<Future<?>> rest = new ArrayList<>(others);
        try {
            for (int i = 0; i < others; i++) {
                rest.add(pool.submit(round));
            }
            round.run();
            for (Future<?> each : rest) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (ExecutionException stopped) {
            throw new IllegalStateException("workers were closed while at work", stopped);
        } finally {
            rest.forEach(each -> each.cancel(true));
        }
    }

    /// Tells a thread that was interrupted, and stays it.
    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
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
