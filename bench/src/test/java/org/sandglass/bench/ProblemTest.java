package org.sandglass.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sandglass.mixture.Outputs;

/// What answers are checked by is right itself, and does find what is wrong.
class ProblemTest {
    private static final double STEP = 1e-5;

    @Test
    void thePlainScoreIsTheGradientOfThePlainLogDensity() {
        Problem problem = Problem.of(1, 5, 3);
        PlainLaw law = problem.law(0.8, 0.5);
        double[] x = problem.x().row(0);
        double[] score = law.score(x);
        for (int j = 0; j < 3; j++) {
            double[] right = x.clone();
            double[] left = x.clone();
            right[j] += STEP;
            left[j] -= STEP;
            double slope = (law.logDensity(right) - law.logDensity(left)) / (2 * STEP);
            assertThat(score[j]).isCloseTo(slope, within(1e-8 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void aTurnedMixtureHasTheTurnedAnswers() {
        Problem problem = Problem.of(1, 3, 4);
        Turn turn = Turn.of(4);
        double[] x = problem.x().row(0);
        var turned = turn.mixture(problem.mixture()).underNoise(1, 0);
        assertThat(turned.logDensity(turn.points(problem.x()))[0])
                .isCloseTo(problem.law(1, 0).logDensity(x), within(1e-10));
        assertThat(turned.score(turn.points(problem.x())).row(0))
                .containsExactly(turn.point(problem.law(1, 0).score(x)), within(1e-9));
    }

    @Test
    void aWrongAnswerIsRefused() {
        Problem problem = Problem.of(2, 3, 2);
        Outputs out = problem.room();
        problem.mixture().underNoise(1, 0).evaluate(problem.x(), 0, 2, out);
        problem.check(out);
        out.score()[1] += 1e-8;
        assertThatIllegalStateException().isThrownBy(() -> problem.check(out)).withMessageStartingWith("score[1]");
    }

    @Test
    void pointsOfTheReverseSdeEndWherePlainLoopsLeadThem() {
        try (ReverseProcess process = ReverseProcess.of(Problem.of(300, 3, 2), 1)) {
            process.check();
        }
    }
}
