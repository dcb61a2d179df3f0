package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;

/// Spans change nothing but the time that a walk takes. Clocks decide how long they are: one that stands still
/// makes them as long as they get, after the first, one that runs fast makes all of them one step.
class WalkTest {
    private static final RandomStreams STREAMS = RandomStreams.of(17);
    private static final int STEPS = 41;
    private static final double[] TIMES =
            IntStream.rangeClosed(0, STEPS).mapToDouble(i -> i).toArray();

    private static long still() {
        return 0;
    }

    private static LongSupplier fast() {
        AtomicLong seconds = new AtomicLong();
        return () -> 1_000_000_000L * seconds.incrementAndGet();
    }

    /// Sometimes fast, sometimes slow.
    private static LongSupplier erratic() {
        AtomicLong now = new AtomicLong();
        AtomicInteger call = new AtomicInteger();
        return () -> now.addAndGet(10_000_000L * (call.incrementAndGet() % 7));
    }

    private static Points start() {
        Points x = Points.zeros(2500, 2);
        STREAMS.stream("start").fillNormals(x.data(), 0, x.data().length);
        return x;
    }

    /// Step `i`: `x ← x/2 + i·noise`.
    private static Move move(int i) {
        return (x, _, noise) -> {
            double[] z = new double[x.data().length];
            noise.fillNormals(z);
            for (int j = 0; j < z.length; j++) {
                x.data()[j] = x.data()[j] / 2 + i * z[j];
            }
        };
    }

    /// The definition: every state, all chunks taking a step before any takes the next.
    private static List<Points> stepByStep(IntFunction<Move> moves) {
        Chunks chunks = Chunks.of(start(), 0);
        List<Points> states = new ArrayList<>(List.of(chunks.joined()));
        for (int i = 0; i < STEPS; i++) {
            for (int c = 0; c < chunks.parts().size(); c++) {
                moves.apply(i).apply(chunks.parts().get(c), Memory.of(0), Noise.of(STREAMS.stream("walk", c, i)));
            }
            states.add(chunks.joined());
        }
        return states;
    }

    private static Walk walk(Workers workers, Recording recording, LongSupplier clock) {
        return new Walk("walk", STREAMS, workers, recording, StepObserver.quiet(), clock);
    }

    @Test
    void spansThreadsAndRecordingsDoNotChangeTheStates() {
        List<Points> expected = stepByStep(WalkTest::move);
        for (int threads = 1; threads <= 3; threads++) {
            try (Workers workers = Workers.of(threads)) {
                for (LongSupplier clock : List.<LongSupplier>of(WalkTest::still, fast(), erratic())) {
                    for (Recording recording : List.of(
                            new Recording.EndOnly(),
                            new Recording.Every(1),
                            new Recording.Every(7),
                            new Recording.Every(40))) {
                        Trajectory way = walk(workers, recording, clock)
                                .run(start(), TIMES, WalkTest::move, 0)
                                .at(0);
                        assertThat(way.states())
                                .isEqualTo(way.times().stream()
                                        .map(t -> expected.get(t.intValue()))
                                        .toList());
                        assertThat(way.times()).contains((double) STEPS);
                    }
                }
            }
        }
    }

    /// A chunk takes all steps of a span before the next chunk takes any, on one thread; 1, 16, 16 and 8 steps.
    @Test
    void aChunkIsCarriedThroughASpanBeforeTheNext() {
        List<String> order = new ArrayList<>();
        try (Workers workers = Workers.of(1)) {
            walk(workers, new Recording.EndOnly(), WalkTest::still)
                    .run(start(), TIMES, i -> (x, _, _) -> order.add(i + ":" + x.n()), 0);
        }
        List<String> expected = new ArrayList<>();
        int[] bounds = {0, 1, 17, 33, 41};
        for (int span = 0; span < 4; span++) {
            for (int n : new int[] {1024, 1024, 452}) {
                for (int i = bounds[span]; i < bounds[span + 1]; i++) {
                    expected.add(i + ":" + n);
                }
            }
        }
        assertThat(order).isEqualTo(expected);
    }

    @Test
    void movesArePreparedInOrderOnThisThreadByAtMostASpan() {
        Thread here = Thread.currentThread();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        try (Workers workers = Workers.of(2)) {
            Walk walk =
                    new Walk("walk", STREAMS, workers, new Recording.EndOnly(), (i, _) -> told.set(i), WalkTest::still);
            walk.run(
                    start(),
                    TIMES,
                    i -> {
                        assertThat(Thread.currentThread()).isSameAs(here);
                        assertThat(i).isEqualTo(next.getAndIncrement());
                        assertThat(i - told.get()).isLessThan(Pace.MOST);
                        return move(i);
                    },
                    0);
        }
        assertThat(next).hasValue(STEPS);
    }

    @Test
    void observersAreToldOfEveryStepInOrder() {
        for (LongSupplier clock : List.<LongSupplier>of(WalkTest::still, fast(), erratic())) {
            List<Integer> told = new ArrayList<>();
            try (Workers workers = Workers.of(2)) {
                Walk walk = new Walk(
                        "walk",
                        STREAMS,
                        workers,
                        new Recording.Every(5),
                        (done, total) -> {
                            assertThat(total).isEqualTo(STEPS);
                            told.add(done);
                        },
                        clock);
                walk.run(start(), TIMES, WalkTest::move, 0).at(0);
            }
            assertThat(told).isEqualTo(IntStream.rangeClosed(1, STEPS).boxed().toList());
        }
    }

    /// Chunk 0 fails at step 12, chunk 2 at step 9 and chunk 1 at step 10: whatever the spans, the first step that
    /// fails is told.
    @Test
    void theEarliestFailureIsTold() {
        for (LongSupplier clock : List.<LongSupplier>of(WalkTest::still, fast(), erratic())) {
            for (int threads = 1; threads <= 3; threads++) {
                try (Workers workers = Workers.of(threads)) {
                    Walk walk = walk(workers, new Recording.EndOnly(), clock);
                    assertThatThrownBy(() -> walk.run(numbered(), TIMES, WalkTest::failing, 0))
                            .isInstanceOf(NumericalException.class)
                            .hasMessage("point 2048 is no longer finite after the step from t=9.0 to t=10.0; take"
                                    + " shorter steps there");
                }
            }
        }
    }

    /// The first coordinate of each point is the number of its chunk.
    private static Points numbered() {
        Points x = Points.zeros(2500, 2);
        for (int i = 0; i < x.n(); i++) {
            int chunk = i / Workers.CHUNK;
            x.data()[2 * i] = chunk;
        }
        return x;
    }

    private static Move failing(int i) {
        int[] last = {12, 10, 9};
        return (x, _, _) -> {
            if (i >= last[(int) x.get(0, 0)]) {
                x.data()[1] = Double.NaN;
            }
        };
    }

    /// Step 9 fails, and step 12 has no parameters, nor has any after it: that is not to hide the former.
    @Test
    void aStepThatCannotBePreparedFailsAfterThoseBeforeIt() {
        IntFunction<Move> moves = i -> {
            if (i >= 12) {
                throw new NumericalException("no parameters for step " + i);
            }
            return failing(i);
        };
        try (Workers workers = Workers.of(2)) {
            Walk walk = walk(workers, new Recording.EndOnly(), WalkTest::still);
            assertThatThrownBy(() -> walk.run(numbered(), TIMES, moves, 0)).hasMessageContaining("from t=9.0");
            assertThatThrownBy(() -> walk.run(Points.zeros(3, 2), TIMES, moves, 0))
                    .hasMessage("no parameters for step 12");
        }
    }

    @Test
    void whatAMoveThrowsIsThrown() {
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> walk(workers, new Recording.EndOnly(), WalkTest::still)
                            .run(
                                    start(),
                                    TIMES,
                                    i -> (_, _, _) -> {
                                        throw new AssertionError("step " + i);
                                    },
                                    0))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("step 0");
        }
    }

    /// One chunk, whose span would go on to step 17: an interrupt in step 5 ends it before step 6.
    @Test
    void anInterruptEndsASpanBetweenTwoSteps() {
        List<Integer> taken = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            taken.clear();
            try (Workers workers = Workers.of(threads)) {
                IntFunction<Move> moves = i -> (_, _, _) -> {
                    taken.add(i);
                    if (i == 5) {
                        Thread.currentThread().interrupt();
                    }
                };
                assertThatThrownBy(() -> walk(workers, new Recording.EndOnly(), WalkTest::still)
                                .run(Points.zeros(10, 2), TIMES, moves, 0))
                        .isInstanceOf(CancellationException.class);
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(taken).isEqualTo(Arrays.asList(0, 1, 2, 3, 4, 5));
        }
    }
}
