package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sandglass.arrayops.ArrayOpsChoice.Made;
import org.sandglass.arrayops.ArrayOpsChoice.Refused;

@Tag("lanes")
@Tag("plain")
class ArrayOpsChoiceTest {
    private static final Optional<String> OBSTACLE = Optional.of("module jdk.incubator.vector is not present");

    /// The build says with `sandglass.expected.arrayops` which twin this JVM must have chosen.
    @Test
    void theTwinThatTheBuildExpectsWasChosen() {
        String actual = ArrayOps.get() instanceof PlainArrayOps ? "plain" : "vector";
        assertThat(actual)
                .as("choice: %s", ArrayOps.choice())
                .isEqualTo(System.getProperty("sandglass.expected.arrayops", actual));
        assertThat(ArrayOps.choice()).startsWith(actual);
    }

    @Test
    void withoutVectorsThePlainTwinRunsAndSaysWhy() {
        assertThat(ArrayOpsChoice.of(Optional.empty(), OBSTACLE)).isInstanceOfSatisfying(Made.class, made -> {
            assertThat(made.ops()).isInstanceOf(PlainArrayOps.class);
            assertThat(made.description()).isEqualTo("plain: module jdk.incubator.vector is not present");
        });
    }

    @Test
    void vectorsAreTakenWhereTheyAre() {
        assumeThat(ArrayOpsChoice.obstacle()).isEmpty();
        assertThat(ArrayOpsChoice.of(Optional.empty(), Optional.empty())).isInstanceOfSatisfying(Made.class, made -> {
            assertThat(made.ops()).isInstanceOf(VectorArrayOps.class);
            assertThat(made.description()).matches("vector, (128|256|512)-bit lanes");
        });
    }

    @Test
    void thePropertyForcesThePlainTwin() {
        assertThat(ArrayOpsChoice.of(Optional.of("plain"), Optional.empty()))
                .isInstanceOfSatisfying(Made.class, made -> {
                    assertThat(made.ops()).isInstanceOf(PlainArrayOps.class);
                    assertThat(made.description()).isEqualTo("plain: asked for by sandglass.arrayops");
                });
    }

    @Test
    void aForcedVectorTwinThatCannotRunIsRefused() {
        assertThat(ArrayOpsChoice.of(Optional.of("vector"), OBSTACLE))
                .isEqualTo(new Refused(
                        "sandglass.arrayops=vector is not possible: module jdk.incubator.vector is not present"));
    }

    @Test
    void anUnknownTwinIsRefusedByName() {
        assertThat(ArrayOpsChoice.of(Optional.of("gpu"), Optional.empty()))
                .isEqualTo(new Refused("system property sandglass.arrayops must be plain or vector, got 'gpu'"));
    }
}
