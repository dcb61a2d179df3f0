package org.sandglass.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.replica.Threefry.Layout;
import org.sandglass.testing.Reference;
import org.sandglass.testing.Sha256;

/// JAX's generator in both layouts, against a running jax 0.10.2.
class ThreefryTest {
    private static final Reference JAX = Reference.read("jax_gmm_targets.json").get("gmm40");

    private static Reference of(Layout layout) {
        return JAX.get(
                switch (layout) {
                    case HALVES -> "partitionable=False (jax<0.5, the published setting)";
                    case PARTITIONABLE -> "partitionable=True (jax>=0.5 default)";
                });
    }

    record Case(Layout layout, int dimension, int seed) {}

    static Stream<Case> cases() {
        return Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(
                        new Case(layout, 2, 0),
                        new Case(layout, 2, 1),
                        new Case(layout, 2, 42),
                        new Case(layout, 1, 0),
                        new Case(layout, 10, 0),
                        new Case(layout, 50, 0)));
    }

    @ParameterizedTest
    @EnumSource
    void wordsAndSplitKeysAreThoseOfJax(Layout layout) {
        Threefry key = Threefry.ofSeed(0, layout);
        assertThat(unsigned(key.words(4))).containsExactly(of(layout).doubles("random_bits_key0_shape4_u32"));
        int[] split = IntStream.range(0, 2)
                .mapToObj(i -> key.split(2, i))
                .flatMapToInt(child -> IntStream.of(child.high(), child.low()))
                .toArray();
        assertThat(unsigned(split)).containsExactly(of(layout).doubles("split_key0_2"));
    }

    /// The means of `gaussian_mixture40`: `U(−1, 1)·40` in float32.
    @ParameterizedTest
    @MethodSource("cases")
    void uniformNumbersAreThoseOfJax(Case drawn) {
        float[] uniform = Threefry.ofSeed(drawn.seed(), drawn.layout()).uniform(40 * drawn.dimension(), -1f, 1f);
        double[] means = IntStream.range(0, uniform.length)
                .mapToDouble(i -> uniform[i] * 40f)
                .toArray();
        String name = "dim=" + drawn.dimension() + ",num_components=40,seed=" + drawn.seed();
        assertThat(Sha256.ofFloats(means))
                .isEqualTo(of(drawn.layout()).get(name).text("sha256_le_f4"));
    }

    private static double[] unsigned(int[] words) {
        return Arrays.stream(words).mapToDouble(word -> word & 0xFFFFFFFFL).toArray();
    }
}
