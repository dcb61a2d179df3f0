package org.sandglass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// How much this thread allocates, as HotSpot counts it. By reflection: the module under test does not read
/// `jdk.management`, and a JVM may lack it.
public final class Allocation {
    private Allocation() {}

    /// Fails unless a round of work comes to allocate less than a bound, when all of it is compiled: tried again and
    /// again for up to 20 seconds. Skips the test where the JVM does not tell.
    ///
    /// @param bound bytes per round
    /// @param rounds how many make a try
    /// @param what for the message
    /// @param work what to measure
    public static void assertBelow(double bound, int rounds, String what, Runnable work) {
        double least = Double.POSITIVE_INFINITY;
        for (long start = System.nanoTime(); !(least < bound) && System.nanoTime() - start < 20_000_000_000L; ) {
            least = Math.min(least, perRound(rounds, work));
        }
        assertThat(least).as("bytes allocated by %s", what).isLessThan(bound);
    }

    private static double perRound(int rounds, Runnable work) {
        Optional<Long> before = allocated();
        run(rounds, work);
        Optional<Long> after = allocated();
        Assumptions.assumeTrue(before.isPresent() && after.isPresent(), "this JVM does not count bytes");
        return (double) (after.orElseThrow() - before.orElseThrow()) / rounds;
    }

    private static void run(int rounds, Runnable work) {
        for (int i = 0; i < rounds; i++) {
            work.run();
        }
    }

    private static Optional<Long> allocated() {
        try {
            Object bean = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(new Object());
            Method bytes = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
            return Optional.of((Long) bytes.invoke(bean)).filter(count -> count >= 0);
        } catch (ReflectiveOperationException _) {
            return Optional.empty();
        }
    }
}
