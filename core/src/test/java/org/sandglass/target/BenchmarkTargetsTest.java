package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Near;
import org.sandglass.testing.Reference;
import org.sandglass.testing.Sha256;

/// The targets of the sampler benchmarks against their real classes.
class BenchmarkTargetsTest {
    private static final Reference JAX = Reference.read("jax_gmm_targets.json");
    private static final Reference BOLTZKIT = Reference.read("boltzkit_gmm40.json");
    private static final Reference OTHER = Reference.read("other_gmm_targets.json");
    private static final Reference RECIPES = Reference.read("target_recipes.json");

    private static Target target(String name) {
        return Targets.find(name).orElseThrow();
    }

    private static String key(JaxTargets.Version version) {
        return switch (version) {
            case LEGACY -> "partitionable=False (jax<0.5, the published setting)";
            case CURRENT -> "partitionable=True (jax>=0.5 default)";
        };
    }

    private static String suffix(JaxTargets.Version version) {
        return version == JaxTargets.Version.LEGACY ? "-legacy" : "";
    }

    @ParameterizedTest
    @EnumSource
    void gmm40JaxIsThatOfJaxBitForBit(JaxTargets.Version version) {
        double[] expected = JAX.get("gmm40")
                .get(key(version))
                .get("dim=2,num_components=40,seed=0")
                .doubles("means");
        assertThat(target("gmm40-jax" + suffix(version)).means().data()).containsExactly(expected);
        assertThat(target("gmm40-jax" + suffix(version)).spread()).isEqualTo(Spread.std(1));
        assertThat(target("gmm40-fab-jax" + suffix(version)).means().data()).containsExactly(expected);
        assertThat(Sha256.ofFloats(
                        JaxTargets.gmm(version, 50, 40, 40, 1, 0).means().data()))
                .isEqualTo(JAX.get("gmm40")
                        .get(key(version))
                        .get("dim=50,num_components=40,seed=0")
                        .text("sha256_le_f4"));
    }

    /// JAX's softplus(1) is one unit in the last place above torch's: 1.3132617 and 1.3132616 in 32 bits.
    @Test
    void softplusIsThatOfEachLibrary() {
        RECIPES.get("jax_softplus_float32")
                .elements()
                .forEach(pair -> assertThat(
                                JaxTargets.softplus((float) pair.get(0).number()))
                        .isEqualTo(pair.get(1).number()));
        RECIPES.get("torch_softplus_float32")
                .elements()
                .forEach(pair -> assertThat(
                                FabTargets.softplus((float) pair.get(0).number()))
                        .isEqualTo(pair.get(1).number()));
    }

    @ParameterizedTest
    @EnumSource
    void theWishartMixtureIsTheOneThatScipyDrew(JaxTargets.Version version) {
        Reference expected =
                JAX.get("gaussian_mixture_wishart").get(key(version)).get("num_components=10,dim=2");
        Target target = target("gaussian-mixture-jax" + suffix(version));
        assertThat(Sha256.ofFloats(target.means().data())).isEqualTo(expected.text("sha256_locs"));
        assertThat(target.spread()).isEqualTo(Spread.covariances(expected.doubles("covariances")));
    }

    @Test
    void gaussianMixture1dHasItsNumbers() {
        assertThat(target("gaussian-mixture-1d").means().data())
                .containsExactly(JAX.get("gmm1d").doubles("means"));
        assertThat(target("gaussian-mixture-1d").spread())
                .isEqualTo(Spread.stds(JAX.get("gmm1d").doubles("stds")));
    }

    @Test
    void gmm40BoltzkitIsThatOfBoltzkitBitForBit() {
        assertThat(target("gmm40-boltzkit").means().data()).containsExactly(BOLTZKIT.doubles("means"));
        Points points = Points.of(BOLTZKIT.get("points").rows());
        Near.near("log density", target("gmm40-boltzkit").mixture().logDensity(points), BOLTZKIT.doubles("log_prob"));
    }

    record Uniform(String key, int d, int k, long seed) {}

    static Stream<Uniform> variants() {
        return Stream.of(
                new Uniform("dim=2,n_components=40,loc_scaling=40.0,seed=0", 2, 40, 0),
                new Uniform("dim=2,n_components=40,loc_scaling=40.0,seed=1", 2, 40, 1),
                new Uniform("dim=2,n_components=40,loc_scaling=40.0,seed=42", 2, 40, 42),
                new Uniform("dim=1,n_components=40,loc_scaling=40.0,seed=0", 1, 40, 0),
                new Uniform("dim=5,n_components=40,loc_scaling=40.0,seed=0", 5, 40, 0),
                new Uniform("dim=50,n_components=40,loc_scaling=40.0,seed=0", 50, 40, 0),
                new Uniform("dim=50,n_components=100,loc_scaling=40.0,seed=7", 50, 100, 7),
                new Uniform("dim=2,n_components=1,loc_scaling=40.0,seed=0", 2, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void boltzkitsOtherParametersGiveItsMeans(Uniform c) {
        String expected = BOLTZKIT.get("variants_sha256_of_means_le_f8").text(c.key());
        assertThat(Sha256.ofDoubles(BoltzkitTargets.gmm40(c.d(), c.k(), 40, 1, c.seed())
                        .means()
                        .data()))
                .isEqualTo(expected);
        assertThat(Sha256.ofDoubles(BoltzkitTargets.isotropicUniform(c.d(), c.k(), -40, 40, 1, c.seed())
                        .means()
                        .data()))
                .isEqualTo(expected);
    }

    /// Weights 0.4, 0.4, 0.2; the peer's torch path inverts them to 0.266, 0.266, 0.467.
    @Test
    void boltzkitsDemoHasItsWeights() {
        Reference demo = Reference.read("boltzkit_cases.json").get("cases").get(2);
        Target target = target("boltzkit-demo");
        assertThat(target.means().data()).containsExactly(demo.doubles("means"));
        assertThat(target.spread()).isEqualTo(Spread.diagonals(demo.doubles("diag_stds")));
        assertThat(target.weighting()).isEqualTo(ComponentWeights.logits(demo.doubles("logits_given")));
        assertThat(target.mixture().logDensity(Points.of(new double[] {0.3, -0.4}))[0])
                .isCloseTo(-7.18698, within(5e-6));
    }

    /// The real classes run in 32 bits, on points that lie up to 250 nats down.
    @ParameterizedTest
    @ValueSource(strings = {"heart", "dist", "grid", "circle", "fab", "multi"})
    void sdeSamplersSixAreBitForBit(String name) {
        Reference expected = OTHER.get("juliusberner/sde_sampler e199bda").get(name);
        Target target = target("sde-sampler-" + name);
        assertThat(target.means().data()).containsExactly(expected.doubles("loc_float32"));
        assertThat(target.spread()).isEqualTo(Spread.std(expected.number("scale_float32")));
        Reference single = expected.get("float32_real_class");
        Near.near(
                name,
                target.mixture().logDensity(Points.of(single.get("points").rows())),
                single.doubles("unnorm_log_prob"),
                3e-6);
    }

    @Test
    void gmm40SdeSamplerIsTheirFab() {
        assertThat(target("gmm40-sde-sampler").means().data())
                .containsExactly(target("sde-sampler-fab").means().data());
    }

    /// The real classes run in 32 bits. Their field score() is the gradient of the energy.
    @Test
    void nineAndTwentyFiveHaveThePublishedEnergies() {
        for (String name : new String[] {"nine", "twenty-five"}) {
            Reference expected = OTHER.get("GFNOrg/gfn-diffusion 255b499").get(name.replace('-', '_'));
            Points points = Points.of(expected.get("points").rows());
            Near.near(name, target(name).mixture().energy(points), expected.doubles("energy_float32"), 3e-6);
            double[] minus = Arrays.stream(target(name).mixture().score(points).data())
                    .map(s -> -s)
                    .toArray();
            Near.near(name, minus, expected.doubles("score_field_of_peer"), 1e-4);
        }
    }

    /// The published density of mixture_well is `Z p`. Its squared distances are expanded there, so that
    /// far away they carry rounding: 1e-12 of the largest.
    @Test
    void ddsDensitiesAreThoseOfDds() {
        Reference dds = OTHER.get("franciscovargas/denoising_diffusion_samplers d360789");
        Target well = target("dds-mixture-well");
        assertThat(well.means().data()).containsExactly(dds.get("mixture_well").doubles("means"));
        assertThat(well.logNormaliser()).isEqualTo(dds.get("mixture_well").number("log_Z"));
        double[] published = Arrays.stream(well.mixture()
                        .logDensity(
                                Points.of(dds.get("mixture_well").get("points").rows())))
                .map(p -> p + well.logNormaliser())
                .toArray();
        Near.near("mixture_well", published, dds.get("mixture_well").doubles("log_p_float64"));
        Target toy = target("dds-toy-gmm");
        Near.near(
                "toy_gmm",
                toy.mixture()
                        .logDensity(Points.of(dds.get("toy_gmm").get("points").rows())),
                dds.get("toy_gmm").doubles("log_p_float64"));
    }

    /// Cosines of numpy and of StrictMath differ by a bit at most.
    @Test
    void thePathIntegralRingDoesNotQuiteClose() {
        double[] expected = RECIPES.doubles("pis_mg2d_means");
        double[] means = target("pis-mg2d").means().data();
        for (int i = 0; i < 6; i++) {
            assertThat(means[i]).isCloseTo(expected[i], within(Math.ulp(expected[i])));
        }
        assertThat(PisTargets.mg2d(8).k()).isEqualTo(8);
    }
}
