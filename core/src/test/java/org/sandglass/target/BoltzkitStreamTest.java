package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sandglass.testing.Near.near;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.replica.Pcg64;
import org.sandglass.testing.Reference;
import org.sandglass.testing.SampleLaws;
import org.sandglass.testing.Sha256;

/// boltzkit's samples to the bit, and their log densities and scores to 1e-10.
class BoltzkitStreamTest {
    private static final Reference DATA = Reference.read("boltzkit_dataset.json");
    private static final Reference GMM40 = Reference.read("boltzkit_gmm40.json");

    @TestFactory
    Stream<DynamicTest> dataSetsAreThePeers() {
        return DATA.get("targets")
                .keys()
                .flatMap(name -> DATA.get("targets")
                        .get(name)
                        .elements()
                        .flatMap(seeded -> Arrays.stream(Split.values())
                                .map(split -> DynamicTest.dynamicTest(
                                        name + ", seed " + seeded.number("procedural_seed") + ", " + split,
                                        () -> check(law(name), seeded, split)))));
    }

    private static void check(GaussianMixture law, Reference seeded, Split split) {
        Reference expected = seeded.get("types").get(split.word());
        long seed = (long) seeded.number("procedural_seed");
        Points first = rows(BoltzkitStream.dataSet(law, split, seed), 5);
        assertThat(first.toRows()).isDeepEqualTo(expected.rows("samples"));
        Points thousand = rows(BoltzkitStream.dataSet(law, split, seed), 1000);
        assertThat(Sha256.ofDoubles(thousand.data())).isEqualTo(expected.text("sha256_le_f8_first_1000_samples"));
        assertThat(thousand.slice(0, 5)).as("prefix").isEqualTo(first);
        near("log densities", law.logDensity(first), expected.doubles("log_probs"));
        near("scores", law.score(first).data(), expected.doubles("scores"));
    }

    @Test
    void drawsWithoutASplitAreThePeers() {
        for (long seed : new long[] {0, 1, 42}) {
            assertThat(rows(BoltzkitStream.sample(gmm40(), 5, seed), 5).toRows())
                    .isDeepEqualTo(GMM40.get("sample").rows("n=5,seed=" + seed));
        }
        double[][] ten = rows(BoltzkitStream.sample(gmm40(), 10, 0), 10).toRows();
        assertThat(ten).isDeepEqualTo(GMM40.rows("sample_n10_seed0"));
        assertThat(Arrays.copyOf(ten, 5))
                .as("they depend on how many are drawn")
                .isNotEqualTo(GMM40.get("sample").rows("n=5,seed=0"));
    }

    @Test
    void skippedRowsLeaveTheOthersAsTheyAre() {
        for (boolean split : new boolean[] {true, false}) {
            Points whole = rows(stream(split), 900);
            for (int from : new int[] {0, 1, 7, 512, 899}) {
                BoltzkitStream stream = stream(split);
                stream.skip(from / 3);
                stream.skip(from - from / 3);
                assertThat(stream.position()).isEqualTo(from);
                assertThat(rows(stream, 900 - from)).isEqualTo(whole.slice(from, 900));
            }
        }
    }

    private static BoltzkitStream stream(boolean split) {
        return split ? BoltzkitStream.dataSet(gmm40(), Split.TEST, 3) : BoltzkitStream.sample(gmm40(), 900, 3);
    }

    /// Components 40 and more standard deviations apart: a draw shows where it is from.
    @Test
    void componentsAreThoseOfTheRows() {
        GaussianMixture law = GaussianMixture.ofWeights(
                new double[] {1, 0, 2},
                Points.of(new double[] {0, 0}, new double[] {40, 0}, new double[] {80, 0}),
                List.of(new Isotropic(1, 2), new Isotropic(1, 2), Diagonal.of(0.5, 1)));
        int[] components = new int[500];
        Points x = Points.zeros(500, 2);
        BoltzkitStream.dataSet(law, Split.VAL, 0).next(x, components);
        for (int i = 0; i < 500; i++) {
            assertThat(components[i]).isEqualTo((int) Math.round(x.get(i, 0) / 40));
        }
    }

    @Test
    void whatThePeerDoesNotHaveIsRefused() {
        GaussianMixture full =
                Objects.requireNonNull(SampleLaws.ofEachStructure().get("spectral"));
        assertThatThrownBy(() -> BoltzkitStream.sample(full, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boltzkit has isotropic and diagonal components only; component 0 has correlated"
                        + " coordinates");
        assertThatThrownBy(() -> BoltzkitStream.dataSet(gmm40(), Split.VAL, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boltzkit's seeds are >= 0, got -1");
    }

    private static Points rows(BoltzkitStream stream, int n) {
        Points x = Points.zeros(n, 2);
        stream.next(x, new int[n]);
        return x;
    }

    private static GaussianMixture law(String name) {
        return switch (name.charAt(0)) {
            case 'g' -> gmm40();
            case 'r', 't' -> name.startsWith("three") ? demo() : uniform();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static GaussianMixture gmm40() {
        return GaussianMixture.ofLogits(
                GMM40.doubles("logits_normalised"), Points.of(GMM40.rows("means")), diagonals(GMM40));
    }

    private static GaussianMixture demo() {
        Reference demo = Reference.read("boltzkit_cases.json")
                .get("cases")
                .elements()
                .filter(c -> c.text("name").equals("d2k3_peer_demo"))
                .findFirst()
                .orElseThrow();
        return GaussianMixture.ofLogits(demo.doubles("logits_given"), Points.of(demo.rows("means")), diagonals(demo));
    }

    /// `create_isotropic_uniform(1.0, 4, 2, (-4, 4))`.
    private static GaussianMixture uniform() {
        Points means = Points.wrap(Pcg64.of(0).uniform(8, -4, 4), 4, 2);
        return GaussianMixture.equallyWeighted(means, new Isotropic(1, 2));
    }

    private static List<Diagonal> diagonals(Reference c) {
        return Arrays.stream(c.rows("diag_stds")).map(Diagonal::of).toList();
    }
}
