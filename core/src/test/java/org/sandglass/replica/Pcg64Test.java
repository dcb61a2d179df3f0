package org.sandglass.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.testing.Reference;
import org.sandglass.testing.Sha256;

/// numpy's `default_rng` from its seed to its normals, against a running numpy 2.4.6, for eight seeds up to 97 bits.
class Pcg64Test {
    private static final Reference SEEDS = Reference.read("numpy_rng.json").get("seeds");

    static Stream<String> seeds() {
        return SEEDS.keys();
    }

    private static SeedSequence sequence(String seed) {
        return SeedSequence.of(new BigInteger(seed));
    }

    private static Pcg64 generator(String seed) {
        return Pcg64.of(sequence(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedBecomesThePublishedPoolAndWords(String seed) {
        assertThat(unsigned(sequence(seed).pool()))
                .containsExactly(SEEDS.get(seed).doubles("seedsequence_pool_u32"));
        assertThat(unsigned(sequence(seed).words(8)))
                .containsExactly(SEEDS.get(seed).doubles("generate_state_u32_8"));
        assertThat(hex(sequence(seed).longs(4))).isEqualTo(texts(SEEDS.get(seed).get("generate_state_u64_4_hex")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWordsAreThoseOfNumpy(String seed) {
        Pcg64 words = generator(seed);
        assertThat(hex(LongStream.generate(words::nextLong).limit(8).toArray()))
                .isEqualTo(texts(SEEDS.get(seed).get("raw_u64_hex_first8")));
        assertThat((double) Integer.toUnsignedLong(generator(seed).nextInt()))
                .isEqualTo(SEEDS.get(seed).number("integers_0_2pow32_first"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHalfWordIsKeptForTheNextDraw(String seed) {
        long word = generator(seed).nextLong();
        Pcg64 halves = generator(seed);
        assertThat(halves.nextInt()).isEqualTo((int) word);
        assertThat(halves.nextInt()).isEqualTo((int) (word >>> 32));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void uniformNumbersAndChoicesAreThoseOfNumpy(String seed) {
        assertThat(doubles(generator(seed), 5)).containsExactly(SEEDS.get(seed).doubles("random_first5"));
        assertThat(generator(seed).uniform(6, -40, 40))
                .containsExactly(SEEDS.get(seed).doubles("uniform_-40_40_first6"));
        Pcg64 words = generator(seed);
        Choice choice = Choice.of(0.4, 0.4, 0.2);
        assertThat(IntStream.generate(() -> choice.next(words))
                        .limit(20)
                        .asDoubleStream()
                        .toArray())
                .containsExactly(SEEDS.get(seed).doubles("choice_p_.4_.4_.2_first20"));
    }

    /// A hundred thousand normals, some of them from the tail and the wedges. In double, another library's logarithm
    /// may change the last bit of one in the tail (one in 2600); rounded to float32 all are equal.
    @ParameterizedTest
    @MethodSource("seeds")
    void normalsAreThoseOfNumpy(String seed) {
        double[] normals = normals(generator(seed), 100_000);
        assertThat(Arrays.copyOf(normals, 20)).containsExactly(SEEDS.get(seed).doubles("standard_normal_first20"));
        assertThat(Sha256.ofFloats(normals))
                .isEqualTo(SEEDS.get(seed).text("standard_normal_100000_as_float32_sha256_le_f4"));
        SEEDS.get(seed)
                .get("tail_positions_abs_gt_3.654")
                .elements()
                .forEach(tail -> assertThat(normals[(int) tail.get(0).number()])
                        .isCloseTo(tail.get(1).number(), within(4 * Math.ulp(4.0))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void childrenAreThoseOfNumpy(String seed) {
        for (int i = 0; i < 2; i++) {
            Reference child = SEEDS.get(seed).get("spawn2").get(i);
            SeedSequence spawned = sequence(seed).spawn(2).get(i);
            assertThat(hex(spawned.longs(4))).isEqualTo(texts(child.get("generate_state_u64_4_hex")));
            assertThat(doubles(Pcg64.of(spawned), 3)).containsExactly(child.doubles("random_first3"));
            assertThat(normals(Pcg64.of(spawned), 3)).containsExactly(child.doubles("standard_normal_first3"));
        }
    }

    @Test
    void advanceGoesWhereSingleStepsGo() {
        for (int n : new int[] {0, 1, 2, 3, 64, 1000, 65_535}) {
            Pcg64 stepped = Pcg64.of(1);
            for (int i = 0; i < n; i++) {
                stepped.nextLong();
            }
            Pcg64 jumped = Pcg64.of(1);
            jumped.advance(n);
            assertThat(jumped.nextLong()).as("after %d words", n).isEqualTo(stepped.nextLong());
        }
    }

    @Test
    void longAdvancesAddUp() {
        Pcg64 twice = Pcg64.of(2);
        twice.advance(1_234_567_890_123L);
        twice.advance(9_876_543_210_987_654L);
        Pcg64 once = Pcg64.of(2);
        once.advance(1_234_567_890_123L + 9_876_543_210_987_654L);
        assertThat(once.nextLong()).isEqualTo(twice.nextLong());
    }

    @Test
    void refusesNegativeSeedsAndOddsThatDoNotSumToOne() {
        assertThatThrownBy(() -> SeedSequence.of(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Choice.of(0.5, 0.4)).hasMessageContaining("0.9");
        assertThatThrownBy(() -> Choice.of(1.5, -0.5)).hasMessageContaining("p[1]");
    }

    private static double[] doubles(Pcg64 words, int n) {
        return DoubleStream.generate(words::nextDouble).limit(n).toArray();
    }

    private static double[] normals(Pcg64 words, int n) {
        return DoubleStream.generate(() -> Ziggurat.next(words)).limit(n).toArray();
    }

    private static double[] unsigned(int[] words) {
        return Arrays.stream(words).mapToDouble(word -> word & 0xFFFFFFFFL).toArray();
    }

    private static String hex(long[] words) {
        return String.join(
                " ", Arrays.stream(words).mapToObj(HexFormat.of()::toHexDigits).toList());
    }

    private static String texts(Reference list) {
        return String.join(" ", list.elements().map(Reference::text).toList());
    }
}
