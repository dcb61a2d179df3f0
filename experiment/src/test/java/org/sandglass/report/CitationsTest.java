package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.specification.SolverType;

/// What ran is cited.
class CitationsTest {
    @Test
    void everySolverOfTheRegistryHasAWorkOrIsOurOwn() {
        for (SolverType solver : SolverType.all()) {
            String source = solver.facts().source();
            assertThat(source.startsWith("Sandglass")
                            || !Citations.ofSolver(solver).isEmpty())
                    .as("%s has a source that names a work: %s", solver.word(), source)
                    .isTrue();
        }
    }

    @Test
    void everyProcessHasAWork() {
        for (String process :
                List.of("vp-linear", "vp-cosine", "sub-vp", "ve", "karras", "edm", "flow", "interpolant", "ddpm")) {
            assertThat(Citations.ofProcess(process)).as(process).isNotEmpty();
        }
    }

    @Test
    void worksAreCitedOnceAndInTheOrderOfTheirYears() {
        List<Citation> cited = Citations.of(
                List.of(
                        SolverType.find("heun").orElseThrow(),
                        SolverType.find("ddim").orElseThrow()),
                List.of("edm", "ddpm"),
                List.of("sliced-w1", "sliced-w2:500", "ks"));
        assertThat(cited).extracting(Citation::year).isSorted();
        assertThat(cited).doesNotHaveDuplicates();
        assertThat(cited)
                .extracting(Citation::arxiv)
                .containsExactlyInAnyOrder("", "", "2006.11239", "2010.02502", "2206.00364");
    }

    @Test
    void aSourceOfTheSameAuthorsInAnotherYearIsAnotherWork() {
        assertThat(Work.SCORE_SDE.isNamedIn("Song, Meng and Ermon 2021")).isFalse();
        assertThat(Work.DPM_SOLVER.isNamedIn("Lu et al. 2022b, eq. 5")).isFalse();
        assertThat(Work.DPM_SOLVER_PLUS_PLUS.isNamedIn("Lu et al. 2022b, eq. 5"))
                .isTrue();
    }
}
