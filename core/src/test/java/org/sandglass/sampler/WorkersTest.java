package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void runEveryNumberOnce(int threads) {
        try (Workers workers = Workers.of(threads)) {
            AtomicIntegerArray seen = new AtomicIntegerArray(100);
            workers.forEach(100, seen::incrementAndGet);
            for (int i = 0; i < 100; i++) {
                assertThat(seen.get(i)).isEqualTo(1);
            }
            assertThat(workers.threads()).isEqualTo(threads);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void throwTheFailureOfTheLeastNumberAsItWas(int threads) {
        try (Workers workers = Workers.of(threads)) {
            assertThatThrownBy(() -> workers.forEach(10, WorkersTest::failFromSeven))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("7");
            assertThatThrownBy(() -> workers.forEach(10, _ -> throwAnError())).isInstanceOf(AssertionError.class);
        }
    }

    private static void failFromSeven(int i) {
        if (i >= 7) {
            throw new ArithmeticException(Integer.toString(i));
        }
    }

    private static void throwAnError() {
        throw new AssertionError("an error");
    }

    /// Number 0 waits for number 1 to run, so the caller and another thread take part, and no number is left to a
    /// thread that is at work.
    @Test
    void idleThreadsTakeTheNextNumber() {
        try (Workers workers = Workers.of(2)) {
            CountDownLatch rest = new CountDownLatch(9);
            ConcurrentHashMap<Integer, Thread> by = new ConcurrentHashMap<>();
            workers.forEach(10, i -> {
                by.put(i, Thread.currentThread());
                if (i == 0) {
                    await(rest);
                } else {
                    rest.countDown();
                }
            });
            Thread first = by.remove(0);
            assertThat(by.values()).hasSize(9).doesNotContain(first);
            by.put(0, first);
            assertThat(by).containsValue(Thread.currentThread());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noMoreNumbersAreTakenAfterAFailure(int threads) {
        try (Workers workers = Workers.of(threads)) {
            AtomicInteger taken = new AtomicInteger();
            assertThatThrownBy(() -> workers.forEach(1_000_000, i -> {
                        taken.incrementAndGet();
                        failFromSeven(i);
                    }))
                    .hasMessage("7");
            assertThat(taken).hasValueLessThan(8 + threads);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInterruptedCallerStopsAndStaysInterrupted(int threads) {
        try (Workers workers = Workers.of(threads)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> workers.forEach(10, _ -> {})).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /// A thread is interrupted while its tasks wait; it returns, and closing leaves none of the pool's threads
    /// behind.
    @Test
    void anInterruptLeavesNoThreads() throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        BlockingQueue<Thread> working = new LinkedBlockingQueue<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try (Workers workers = Workers.of(2)) {
                workers.forEach(2, _ -> {
                    working.add(Thread.currentThread());
                    sleepLong();
                });
            } catch (CancellationException _) {
                cancelled.set(true);
            }
        });
        Thread worker = working.take();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
        assertThat(worker.join(Duration.ofSeconds(20))).isTrue();
        assertThat(cancelled).isTrue();
    }

    private static void sleepLong() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refuseToBeNone() {
        assertThatThrownBy(() -> Workers.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be >= 1, got 0");
    }
}
