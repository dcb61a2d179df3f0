package org.sandglass.sampler;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/// The numbers `[0, count)`, which threads take one after the other until none is left: as even a load as if idle
/// threads took work from others, without queues, and nothing is allocated for a number.
///
/// After a failure no more are taken. Those that run have lesser numbers, so the least that fails is found.
final class Round implements Runnable {
    private final int count;
    private final IntConsumer task;
    private final AtomicLong next = new AtomicLong();
    private final Failures failures = new Failures();

    Round(int count, IntConsumer task) {
        this.count = count;
        this.task = task;
    }

    /// Takes part, on this thread.
    ///
    /// @throws java.util.concurrent.CancellationException if it is interrupted, between two numbers
    @Override
    public void run() {
        for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            Workers.checkInterrupt();
            try {
                task.accept((int) i);
            } catch (RuntimeException | Error failure) {
                failures.add(i, failure);
                next.set(count);
            }
        }
    }

    /// To be asked when all have taken part.
    void throwFirstFailure() {
        failures.throwFirst();
    }
}
