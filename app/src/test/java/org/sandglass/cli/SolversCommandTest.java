package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.specification.SolverType;

/// `sandglass solvers`.
class SolversCommandTest {
    @Test
    void theListNamesEverySolverWithOrderAndEvaluations() {
        Ran ran = Ran.of("solvers");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains(SolverType.names()).contains("1 weak", "eta: 0");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 140);
    }

    @Test
    void oneSolverIsToldWithItsKeysTheirRangesAndDefaultsAndItsPaper() {
        assertThat(Ran.of("solvers", "ddim").out()).contains("eta", "a number from 0 to 1 (0)", "Song, Meng and Ermon");
    }

    @Test
    void theListForProgramsIsJson() {
        assertThat(Ran.of("solvers", "-o", "-").out()).startsWith("{").contains("\"evaluations-per-step\"");
        assertThat(Ran.of("solvers", "heun", "-o", "-").out()).startsWith("{").contains("\"type\": \"heun\"");
    }

    @Test
    void anUnknownNameIsToldTheNearest() {
        Ran ran = Ran.of("solvers", "huen");
        assertThat(ran.complaint()).isEqualTo("sandglass: solvers: unknown solver \"huen\"; did you mean \"heun\"?");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(SolverType.all())
                .allSatisfy(type -> assertThat(List.of(
                                type.facts().title(),
                                type.facts().use(),
                                type.facts().source()))
                        .doesNotContain(""));
    }
}
