package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.testing.Near;
import org.sandglass.testing.Reference;

/// The published inverse problems, with posteriors and diffused priors, against their real code in float64.
class InverseProblemTargetsTest {
    private static final Reference OTHER = Reference.read("other_gmm_targets.json");
    private static final List<String> NAMES =
            List.of("mcgdiff-8-1", "mcgdiff-8-2", "mcgdiff-8-4", "mcgdiff-8-1-seed-10");

    record Problem(Target target, Reference expected) {
        @Override
        public String toString() {
            return target.name();
        }
    }

    static Stream<Problem> problems() {
        Reference cases = OTHER.get("gabrielvc/benchopts_inverse_problem_diffusion_prior 59559eb (MCGDiff, 25 modes)")
                .get("cases");
        return IntStream.range(0, 4)
                .mapToObj(i -> new Problem(Targets.find(NAMES.get(i)).orElseThrow(), cases.get(i)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theNumbersAreThePublishedOnes(Problem problem) {
        TargetMeasurement look = problem.target().measurement().orElseThrow();
        assertThat(problem.target().weighting())
                .isEqualTo(ComponentWeights.weights(problem.expected().doubles("prior_weights_float32")));
        assertThat(look.operator().data()).containsExactly(problem.expected().doubles("A_float32"));
        assertThat(look.y().stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(problem.expected().doubles("observation_float32"));
        assertThat(look.noiseStd() * look.noiseStd())
                .isCloseTo(problem.expected().number("var_observation_float32"), within(1e-16));
        assertThat(problem.target().means().row(0)).containsOnly(16);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void thePosteriorIsTheirs(Problem problem) {
        GaussianMixture posterior = problem.target()
                .mixture()
                .condition(problem.target().measurement().orElseThrow().linear())
                .mixture();
        Reference whole = problem.expected().get("posterior_float64_same_function_on_float64_inputs");
        Near.near("log weights", posterior.logWeights(), whole.doubles("log_weights"));
        Near.near("covariance", posterior.covariance(0).matrix(), whole.doubles("covariance_component0"));
        Reference at = problem.expected().get("posterior_at_points_float64");
        Points points = Points.of(at.get("points").rows());
        Near.near("log density", posterior.logDensity(points), at.doubles("log_prob"));
        Near.near("score", posterior.score(points).data(), at.doubles("score"));
    }

    /// `Σ wₖ N(√a μₖ, I)`: noise that preserves variance leaves identity covariances as they are.
    @ParameterizedTest
    @MethodSource("problems")
    void theDiffusedPriorIsTheirs(Problem problem) {
        Reference levels = problem.expected().get("diffused_prior_float64");
        assertThat(levels.keys()).containsExactly("1.0", "0.9", "0.5", "0.1", "0.001");
        levels.keys().forEach(level -> {
            double a = Double.parseDouble(level);
            GaussianMixture diffused = problem.target()
                    .mixture()
                    .underNoise(Math.sqrt(a), Math.sqrt(1 - a))
                    .marginal();
            Points points = Points.of(levels.get(level).get("points").rows());
            Near.near(
                    "log density at " + a,
                    diffused.logDensity(points),
                    levels.get(level).doubles("log_prob"));
            Near.near(
                    "score at " + a,
                    diffused.score(points).data(),
                    levels.get(level).doubles("score"));
        });
    }

    @Test
    void tmpdHasTheSameModesWithEqualWeights() {
        for (int d : new int[] {8, 80, 800}) {
            Target target = Targets.find("tmpd-" + d).orElseThrow();
            assertThat(target.d()).isEqualTo(d);
            assertThat(target.means().row(1)).startsWith(16, 8, 16, 8).hasSize(d);
            assertThat(target.weighting()).isEqualTo(new ComponentWeights.Equal());
        }
    }

    /// Their posterior has 1e-3 added to every covariance and is not exact; only the prior is taken.
    @Test
    void mgpsWeightsFollowFromItsSeed() {
        Reference mgps = OTHER.get("YazidJanati/mgps 7839182 gmm_25");
        Target target = Targets.find("mgps-25").orElseThrow();
        assertThat(target.weighting()).isEqualTo(ComponentWeights.weights(mgps.doubles("weights_seed0_float32")));
        assertThat(McgDiffTargets.mgps(20, 0).means().row(1))
                .startsWith(-16, -8, -16, -8)
                .hasSize(20);
        assertThat(target.means().slice(0, 3).data())
                .containsExactly(mgps.get("first_three_means").doubles());
    }
}
