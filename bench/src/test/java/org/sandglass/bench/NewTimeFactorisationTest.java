package org.sandglass.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// A full covariance is factorised at birth and never again. The JVM itself counts the calls (JEP 520): of
/// every method of our factorisations and of EJML's.
class NewTimeFactorisationTest {
    private static final List<String> FACTORISATIONS = List.of(
            "org.sandglass.linalg.OneSidedJacobi",
            "org.sandglass.linalg.Triangular",
            "org.sandglass.linalg.Cholesky",
            "org.ejml.dense.row.factory.DecompositionFactory_DDRM",
            "org.ejml.dense.row.factory.LinearSolverFactory_DDRM",
            "org.ejml.dense.row.CommonOps_DDRM");

    @TempDir
    private Path folder;

    @Test
    void aNewTimeFactorisesNothing() throws IOException {
        GaussianMixture mixture = fullMixture();
        Points x = Problem.of(100, 10, 64).x();
        long calls = callsDuring(() -> {
            for (int i = 1; i <= 20; i++) {
                mixture.underNoise(1 - 0.01 * i, 0.01 * i).score(x);
            }
        });
        assertThat(calls).as("factorisations at 20 new times").isZero();
    }

    @Test
    void theCountSeesThoseOfABirth() throws IOException {
        assertThat(callsDuring(NewTimeFactorisationTest::fullMixture))
                .as("calls while 10 covariances are factorised")
                .isGreaterThanOrEqualTo(10);
    }

    private static GaussianMixture fullMixture() {
        return Turn.of(64).mixture(Problem.of(1, 10, 64).mixture());
    }

    private long callsDuring(Runnable work) throws IOException {
        Path file = folder.resolve("calls.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.MethodTiming").with("filter", String.join(";", FACTORISATIONS));
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        long calls = RecordingFile.readAllEvents(file).stream()
                .mapToLong(NewTimeFactorisationTest::invocations)
                .sum();
        Files.delete(file);
        return calls;
    }

    private static long invocations(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.MethodTiming") ? event.getLong("invocations") : 0;
    }
}
