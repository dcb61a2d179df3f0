package org.sandglass.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sandglass.testing.Reference;

/// MT19937 and its two readers give the numbers of their originals.
class MersenneTwisterTest {
    private static final Reference FAB = Reference.read("fab_gmm40.json");

    /// After `init_genrand(0)`, from numpy's MT19937.
    @Test
    void oneWordSeedsAsInitGenrandDoes() {
        MersenneTwister words = MersenneTwister.ofSeed(0);
        double[] expected = FAB.doubles("raw_uint32_first8");
        assertThat(IntStream.range(0, 8)
                        .mapToDouble(_ -> words.nextInt() & 0xFFFFFFFFL)
                        .toArray())
                .containsExactly(expected);
    }

    /// The first numbers of `mt19937ar.out`, printed by the authors' own program.
    @Test
    void someWordsSeedAsInitByArrayDoes() {
        MersenneTwister words = MersenneTwister.ofKey(0x123, 0x234, 0x345, 0x456);
        assertThat(IntStream.range(0, 5)
                        .mapToLong(_ -> words.nextInt() & 0xFFFFFFFFL)
                        .toArray())
                .containsExactly(1067595299L, 955945823L, 477289528L, 4107218783L, 4228976476L);
    }

    @Test
    void torchRandGivesTheLowBitsOfEachWord() {
        TorchRandom torch = TorchRandom.ofSeed(0);
        assertThat(IntStream.range(0, 8).mapToDouble(_ -> torch.nextFloat()).toArray())
                .containsExactly(FAB.doubles("uniform_float32_first8"));
    }

    /// `2·randn(2)`, `2·rand(2, 2)` and `rand(2)` after `torch.manual_seed(0)`, as in FAB's quadratic function.
    @Test
    void shortTorchRandnIsBoxAndMuller() {
        TorchRandom torch = TorchRandom.ofSeed(0);
        Reference quadratic = FAB.get("quadratic_expectation");
        assertThat(IntStream.range(0, 2)
                        .mapToDouble(_ -> (float) torch.nextNormal() * 2f)
                        .toArray())
                .containsExactly(quadratic.doubles("x_shift"));
        assertThat(IntStream.range(0, 4)
                        .mapToDouble(_ -> torch.nextFloat() * 2f)
                        .toArray())
                .containsExactly(quadratic.doubles("A"));
        assertThat(IntStream.range(0, 2).mapToDouble(_ -> torch.nextFloat()).toArray())
                .containsExactly(quadratic.doubles("b"));
    }

    /// `numpy.random.seed(0)`, then `random_sample(3)`; again, then `standard_normal(5)` (numpy 2.4.6).
    @Test
    void numpyLegacyGivesItsFamousNumbers() {
        NumpyLegacy uniform = NumpyLegacy.ofSeed(0);
        assertThat(IntStream.range(0, 3).mapToDouble(_ -> uniform.nextDouble()).toArray())
                .containsExactly(0.5488135039273248, 0.7151893663724195, 0.6027633760716439);
        NumpyLegacy normal = NumpyLegacy.ofSeed(0);
        assertThat(IntStream.range(0, 5).mapToDouble(_ -> normal.nextNormal()).toArray())
                .containsExactly(
                        1.764052345967664,
                        0.4001572083672233,
                        0.9787379841057392,
                        2.240893199201458,
                        1.8675579901499675);
    }
}
