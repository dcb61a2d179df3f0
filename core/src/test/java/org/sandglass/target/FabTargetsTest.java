package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Near;
import org.sandglass.testing.Reference;
import org.sandglass.testing.Sha256;

/// FAB's GMM against the real class under real torch.
class FabTargetsTest {
    private static final Reference FAB = Reference.read("fab_gmm40.json");

    private static Target target(String name) {
        return Targets.find(name).orElseThrow();
    }

    /// Also the hash of the 80 float32 means of lollcat/fab-torch b1586a9 under torch 2.13.0.
    @Test
    void gmm40FabIsThatOfFabBitForBit() {
        Target fab = target("gmm40-fab");
        assertThat(fab.means().data()).containsExactly(FAB.doubles("means_float32_exact"));
        assertThat(Sha256.ofFloats(fab.means().data()))
                .isEqualTo("c6989b632049c75dd8cff5a613856f20b1b351f8cc30f6b8b629da5544f689de");
        assertThat(fab.spread()).isEqualTo(Spread.std(0x1.5031eap+0));
        assertThat(fab.weighting()).isEqualTo(new ComponentWeights.Equal());
    }

    @Test
    void theRoundedTableIsTheOneThatIsCopiedAround() {
        double[] table =
                FAB.get("cross_checks").get("published_4_decimal_table").doubles("table");
        assertThat(target("gmm40-fab-4dp").means().data()).containsExactly(table);
        assertThat(target("gmm40-fab-4dp").spread()).isEqualTo(Spread.std(1));
        assertThat(target("gmm40-fab-4dp-gfn").means().data()).containsExactly(table);
        assertThat(target("gmm40-fab-4dp-gfn").spread()).isEqualTo(Spread.std(1.3133));
    }

    /// The peer's density without its cut at ln p = −1e4, in float64 with the float32 parameters.
    @Test
    void densityAndScoreAreThoseOfFab() {
        Reference doubles = FAB.get("float64_after_target.double()");
        Points points = Points.of(FAB.get("points").rows());
        Near.near(
                "log density",
                target("gmm40-fab").mixture().logDensity(points),
                doubles.doubles("log_prob_unmasked_distribution"));
        Near.near(
                "score",
                target("gmm40-fab").mixture().score(points).data(),
                doubles.doubles("score_of_unmasked_by_autograd"));
    }

    record Case(String key, int d, int k, double location, double logVar, long seed) {}

    static Stream<Case> others() {
        return Stream.of(
                new Case("dim=2,n=40,loc_scaling=40,log_var_scaling=1.0,torch_seed=1", 2, 40, 40, 1, 1),
                new Case("dim=2,n=40,loc_scaling=40,log_var_scaling=0.1,torch_seed=0", 2, 40, 40, 0.1, 0),
                new Case("dim=50,n=40,loc_scaling=40,log_var_scaling=1.0,torch_seed=0", 50, 40, 40, 1, 0),
                new Case("dim=2,n=2,loc_scaling=1.0,log_var_scaling=0.1,torch_seed=0", 2, 2, 1, 0.1, 0),
                new Case("dim=5,n=10,loc_scaling=10,log_var_scaling=1.0,torch_seed=42", 5, 10, 10, 1, 42));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherParametersGiveOtherPublishedMixtures(Case c) {
        Target target = FabTargets.gmm(c.d(), c.k(), c.location(), c.logVar(), c.seed());
        Reference expected = FAB.get("other_parameter_sets").get(c.key());
        assertThat(Sha256.ofFloats(target.means().data())).isEqualTo(expected.text("sha256_le_f4_means"));
        assertThat(target.spread()).isEqualTo(Spread.std(expected.number("std")));
    }

    /// The peer's Monte Carlo gives 1771.7 to 1783.4.
    @Test
    void theQuadraticTestFunctionHasItsExactExpectation() {
        assertThat(QuadraticTestFunction.fab().expectation(target("gmm40-fab").mixture()))
                .isCloseTo(FAB.get("quadratic_expectation").number("closed_form_expectation_float64"), within(1e-9));
    }

    /// Under a Gaussian with full covariance: `E (x+s)ᵀA(x+s) = (μ+s)ᵀA(μ+s) + tr(AΣ)`, by hand.
    @Test
    void theQuadraticTestFunctionTakesAnyMatrixAndMixture() {
        QuadraticTestFunction f =
                QuadraticTestFunction.of(new double[] {1, -1}, new double[][] {{2, 1}, {0, 3}}, new double[] {5, 7});
        assertThat(f.at(1, 2)).isEqualTo(2 * 2 * 2 + 2 * 1 + 3 + 5 * 2 + 7);
        assertThat(f.expectation(target("zod-mc-2d").mixture().without(1, 2, 3)))
                .isCloseTo(2 - 1 + 3 + 5 - 7 + (2 + 0.5 + 3), within(1e-14));
    }
}
